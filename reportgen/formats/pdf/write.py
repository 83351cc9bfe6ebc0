"""Turn a document into a PDF to be read aloud and kept: the steps in the order they happen."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from reportgen.document import Chart, Document
from reportgen.draw import picture
from reportgen.formats.pdf.archive import Attachment, add_archive, add_info
from reportgen.formats.pdf.bookmarks import add_bookmarks
from reportgen.formats.pdf.canvas import Painted, paint
from reportgen.formats.pdf.drawings import Drawing, drawing
from reportgen.formats.pdf.embedded import add_fonts
from reportgen.formats.pdf.file import File
from reportgen.formats.pdf.fingerprint import with_fingerprint
from reportgen.formats.pdf.fonts import Fonts
from reportgen.formats.pdf.pages import paginate
from reportgen.formats.pdf.review import review
from reportgen.formats.pdf.running import draft_marks, running_lines
from reportgen.formats.pdf.setting import Setting
from reportgen.formats.pdf.story import Story, tell
from reportgen.formats.pdf.structure import add_structure, destination
from reportgen.formats.pdf.styles import styles_of
from reportgen.formats.pdf.syntax import array, dictionary, ref
from reportgen.theme import Theme


def write_pdf(
    document: Document,
    theme: Theme,
    assets: Path,
    attachments: tuple[Attachment, ...] = (),
    draw: Callable[[Chart, float], Drawing] | None = None,
) -> bytes:
    """Return a document as a tagged PDF for the archive, with files attached.

    `draw` gives what paints a chart for a width in millimetres; without it every chart is
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
    draw: Callable[[Chart, float], Drawing],
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


def _drawer(theme: Theme, assets: Path) -> Callable[[Chart, float], Drawing]:
    return lambda chart, width: drawing(picture(chart, theme, width, assets))


def _finished(
    document: Document, story: Story, painted: Painted, attachments: tuple[Attachment, ...]
) -> bytes:
    file = File()
    pages = [file.number() for _ in painted.contents]
    structure = add_structure(file, story.root, painted, pages)
    bookmarks = add_bookmarks(file, story.entries, partial(destination, painted, pages))
    catalogue: dict[str, object] = {
        "Type": "/Catalog",
        "Pages": ref(_add_pages(file, painted, pages, structure.links)),
        "PageLabels": dictionary({"Nums": array([0, dictionary({"S": "/D"})])}),
        "Outlines": ref(bookmarks),
        "MarkInfo": dictionary({"Marked": "true"}),
        "StructTreeRoot": ref(structure.number),
    }
    catalogue |= add_archive(file, document, attachments)
    root = file.add(dictionary(catalogue))
    return with_fingerprint(file.written(root, add_info(file, document)))


def _add_pages(file: File, painted: Painted, pages: list[int], links: list[list[int]]) -> int:
    """Add the pages, which have their numbers, to a file; return the number of their tree."""
    tree = file.number()
    resources = file.add(dictionary({"Font": add_fonts(file, painted.fonts)}))
    parts = zip(pages, painted.sizes, painted.contents, links, strict=True)
    for place, (number, (width, height), content, places) in enumerate(parts):
        about: dict[str, object] = {
            "Type": "/Page",
            "Parent": ref(tree),
            "MediaBox": f"[0 0 {width:.4f} {height:.4f}]",
            "Resources": ref(resources),
            "Contents": ref(file.stream(content)),
            "StructParents": place,
            "Tabs": "/S",
        }
        if places:
            about["Annots"] = array(map(ref, places))
        file.put(number, dictionary(about))
    kids = array(map(ref, pages))
    file.put(tree, dictionary({"Type": "/Pages", "Count": len(pages), "Kids": kids}))
    return tree
