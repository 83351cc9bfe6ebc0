"""Turn a document into a PDF to be read aloud and kept: the steps in the order they happen."""

from __future__ import annotations

import gc
import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from pikepdf import Array, Dictionary, Name, Page, Pdf

from reportgen.document import Chart, Document
from reportgen.draw import picture
from reportgen.draw.picture import Picture
from reportgen.formats.pdf.archive import Attachment, add_archive
from reportgen.formats.pdf.canvas import Painted, paint
from reportgen.formats.pdf.fingerprint import with_fingerprint
from reportgen.formats.pdf.fonts import Fonts
from reportgen.formats.pdf.pages import paginate
from reportgen.formats.pdf.review import review
from reportgen.formats.pdf.running import draft_marks, running_lines
from reportgen.formats.pdf.seal import pack, sealed
from reportgen.formats.pdf.setting import Setting
from reportgen.formats.pdf.story import Story, tell
from reportgen.formats.pdf.structure import add_structure
from reportgen.formats.pdf.styles import styles_of
from reportgen.theme import Theme


def write_pdf(
    document: Document,
    theme: Theme,
    assets: Path,
    attachments: tuple[Attachment, ...] = (),
    draw: Callable[[Chart, float], Picture] | None = None,
) -> bytes:
    """Return a document as a tagged PDF for the archive, with files attached.

    `draw` gives the layout of a chart for a width in millimetres; without it every chart is
    laid out anew. The same arguments give the same bytes. Raises `RenderError` if the document
    lacks what an accessible page needs: a title, words for a chart, a glyph, a heading level.
    """
    with _nothing_to_collect():
        return _written(document, theme, assets, attachments, draw or _drawer(theme, assets))


def _written(
    document: Document,
    theme: Theme,
    assets: Path,
    attachments: tuple[Attachment, ...],
    draw: Callable[[Chart, float], Picture],
) -> bytes:
    fonts = Fonts.read(assets / "fonts", theme.face["pdf"])
    review(document, fonts)
    setting = Setting(styles_of(theme, document.body_size), fonts, theme, draw)
    story = tell(document, setting)
    pages = paginate(story.strips, setting.styles.frame)
    over = draft_marks(pages, setting) if document.draft else ()
    painted = paint(pages, running_lines(pages, document, setting), fonts, over)
    return _finished(document, story, painted, attachments)


@contextmanager
def _nothing_to_collect() -> Iterator[None]:
    """Hold back Python's search for objects that only refer to each other.

    Of all that the pages are made of, nothing is let go before the end; the search would go through
    it again and again.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def _drawer(theme: Theme, assets: Path) -> Callable[[Chart, float], Picture]:
    return lambda chart, width: picture(chart, theme, width, assets)


def _finished(
    document: Document, story: Story, painted: Painted, attachments: tuple[Attachment, ...]
) -> bytes:
    with Pdf.open(io.BytesIO(painted.fonts)) as pdf:
        _add_pages(pdf, painted)
        add_archive(pdf, document, attachments)
        pack(pdf)  # while there are few objects to look through
        add_structure(pdf, story.root, painted, story.entries)
        return with_fingerprint(sealed(pdf))


def _add_pages(pdf: Pdf, painted: Painted) -> None:
    """Put the painted pages in the place of the empty one that came with the fonts.

    Through ReportLab, page after page, that would take longer.
    """
    resources = pdf.make_indirect(pdf.pages[0].obj.Resources)
    del pdf.pages[0]
    for (width, height), content in zip(painted.sizes, painted.contents, strict=True):
        page = Dictionary(
            Type=Name.Page,
            MediaBox=Array([0, 0, round(width, 4), round(height, 4)]),
            Resources=resources,
            Contents=pdf.make_stream(content),
        )
        pdf.pages.append(Page(pdf.make_indirect(page)))
