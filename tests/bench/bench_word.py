"""Print how long a Word draft takes, beside python-docx and docxtpl on the same words and tables.

By hand: `python tests/bench/bench_word.py`. The aim is under 1 s for 30 pages with 20 charts of
Word's own, and time in proportion for 300 pages. docxtpl is used where it is installed.
Nothing fails here.
"""

from __future__ import annotations

import importlib.util
import io
import time
from collections.abc import Callable
from dataclasses import replace

import docx

from reportgen.document import Block, Chart, Document, Heading, Paragraph, Table, plain
from reportgen.formats.word import write_word
from tests.formats.word import sample

RUNS = 3
PAGES = 30
CHARTS = 20
PARAGRAPH = "Pupils in Westshire scored above England in each of the last five years. " * 6


def chapter(number: int, charts: int) -> list[Block]:
    """Return about three pages: a heading, words, a table of 20 rows, and some charts."""
    table = sample.wide_table()
    rows = (*table.rows[:20],)
    made: list[Block] = [Heading(1, sample.words(f"Chapter {number}"), f"chapter.{number}")]
    made += [Paragraph(sample.words(PARAGRAPH), f"chapter.{number}.words.{n}") for n in range(6)]
    made.append(replace(table, rows=rows, wide=False, id=f"chapter.{number}.table"))
    for n in range(charts):
        chart = sample.line_chart() if n % 2 else sample.bar_chart()
        made.append(replace(chart, id=f"chapter.{number}.chart.{n}"))
    return made


def report(pages: int) -> Document:
    """Return a report of about so many pages, with two charts to a chapter."""
    blocks = [block for n in range(pages // 3) for block in chapter(n, CHARTS * 3 // PAGES)]
    return replace(sample.document(), blocks=tuple(blocks))


def with_python_docx(document: Document) -> bytes:
    """Return the words and tables, without charts, by python-docx's plain way."""
    made = docx.Document()
    for block in document.blocks:
        if isinstance(block, Heading):
            made.add_heading(plain(block.inlines), block.level)
        elif isinstance(block, Paragraph):
            made.add_paragraph(plain(block.inlines))
        elif isinstance(block, Table):
            table = made.add_table(len(block.rows) + 1, len(block.columns))
            for place, column in enumerate(block.columns):
                table.cell(0, place).text = plain(column.heading)
            for down, row in enumerate(block.rows, start=1):
                for across, cell in enumerate(row.cells):
                    table.cell(down, across).text = plain(cell.blocks[0].inlines)
    saved = io.BytesIO()
    made.save(saved)
    return saved.getvalue()


def with_docxtpl(document: Document) -> bytes:
    """Return the words and tables, without charts, from a template with loops."""
    from docxtpl import DocxTemplate

    template = docx.Document()
    template.add_paragraph("{%p for block in blocks %}")
    template.add_paragraph("{{ block.words }}")
    template.add_paragraph("{%p for row in block.rows %}")
    template.add_paragraph("{{ row }}")
    template.add_paragraph("{%p endfor %}")
    template.add_paragraph("{%p endfor %}")
    saved = io.BytesIO()
    template.save(saved)
    blocks = []
    for block in document.blocks:
        if isinstance(block, Table):
            rows = ["\t".join(plain(c.blocks[0].inlines) for c in row.cells) for row in block.rows]
            blocks.append({"words": "", "rows": rows})
        elif not isinstance(block, Chart):
            blocks.append({"words": plain(block.inlines), "rows": []})
    saved.seek(0)
    made = DocxTemplate(saved)
    made.render({"blocks": blocks})
    done = io.BytesIO()
    made.save(done)
    return done.getvalue()


def seconds(write: Callable[[], bytes]) -> float:
    """Return the shortest of a few runs."""
    times = []
    for _ in range(RUNS):
        begin = time.perf_counter()
        write()
        times.append(time.perf_counter() - begin)
    return min(times)


def main() -> None:
    """Print a line for each way and size."""
    theme = sample.theme()
    for pages in (PAGES, PAGES * 10):
        document = report(pages)
        charts = sum(isinstance(block, Chart) for block in document.blocks)
        ours = seconds(lambda d=document: write_word(d, theme, sample.ASSETS))
        print(f"{pages:4} pages, {charts:3} charts   reportgen    {ours:6.2f} s")
        peers = [("python-docx", with_python_docx)]
        if importlib.util.find_spec("docxtpl"):
            peers.append(("docxtpl", with_docxtpl))
        for name, peer in peers:
            theirs = seconds(lambda d=document, write=peer: write(d))
            print(f"{pages:4} pages, no charts    {name:11} {theirs:6.2f} s")


if __name__ == "__main__":
    main()
