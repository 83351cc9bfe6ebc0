"""Print how long the PDF takes, beside Typst and WeasyPrint where they are installed.

By hand: `python tests/bench/bench_pdf.py`, after `pip install typst weasyprint` for the peers. All
begin with charts that are not drawn; the peers get them as SVG. A peer runs once, because Typst
remembers what it has set. Seconds differ between machines, the ratios hardly: they are what to
watch. Nothing fails here.
"""

from __future__ import annotations

import importlib.util
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from reportgen.compose import compose
from reportgen.document import Block, Chart, Document, Row, Table
from reportgen.draw import draw_svg, kept_pictures
from reportgen.formats.pdf import write_pdf
from reportgen.project import read_project
from reportgen.theme import Theme, read_theme

ROOT = Path(__file__).parent.parent.parent
ASSETS = ROOT / "assets"
RUNS = 3
LONG = 5_000
sys.path.insert(0, str(Path(__file__).parent))


def seconds(work: Callable[[], object], runs: int = RUNS) -> float:
    """Return the shortest of a few runs, in seconds of this process."""
    times = []
    for _ in range(runs):
        begin = time.perf_counter()
        work()
        times.append(time.perf_counter() - begin)
    return min(times)


def draw_charts(document: Document, theme: Theme, folder: Path) -> dict[str, str]:
    """Write every chart of a document as SVG; return the names of the files by the charts' ids."""
    charts = [block for block in document.blocks if isinstance(block, Chart)]
    names = {chart.id: f"{number}.svg" for number, chart in enumerate(charts)}
    for chart in charts:
        (folder / names[chart.id]).write_bytes(draw_svg(chart, theme, 166, ASSETS))
    return names


def peers(
    document: Document, names: dict[str, str], folder: Path
) -> dict[str, Callable[[], object]]:
    """Return, for each peer that is installed, what sets the same document."""
    from peers import html, typst

    found: dict[str, Callable[[], object]] = {}
    if importlib.util.find_spec("typst"):
        import typst as engine

        source = folder / "report.typ"
        source.write_text(typst(document, names), encoding="utf-8")
        fonts = [str(ASSETS / "fonts")]
        found["Typst"] = lambda: engine.compile(str(source), font_paths=fonts)
    if importlib.util.find_spec("weasyprint"):
        from weasyprint import HTML

        page = HTML(string=html(document, names), base_url=str(folder))
        found["WeasyPrint"] = lambda: page.write_pdf(pdf_variant="pdf/ua-1")
    return found


def write_kept(document: Document, theme: Theme, folder: Path) -> bytes:
    """Return the PDF, made with the layout of its charts that a folder keeps."""
    draw = kept_pictures(folder / "kept", theme, ASSETS)
    return write_pdf(document, theme, ASSETS, draw=draw)


def long_table(document: Document, count: int) -> Document:
    """Return a document of one table of many rows, made of the rows of the report's first."""
    table = next(block for block in document.blocks if isinstance(block, Table))
    rows: tuple[Row, ...] = (table.rows * (count // len(table.rows) + 1))[:count]
    blocks: tuple[Block, ...] = (replace(table, rows=rows),)
    return replace(document, blocks=blocks)


def main() -> None:
    """Print a line for the report and one for a long table."""
    document = compose(read_project(ROOT / "data" / "buckinghamshire-2021"))
    theme = read_theme(ASSETS / "theme.toml")
    ours = seconds(lambda: write_pdf(document, theme, ASSETS))
    print(f"the report, charts new   {ours:6.2f} s")
    fifth = long_table(document, LONG // 5)
    whole = long_table(document, LONG)
    short = seconds(lambda: write_pdf(fifth, theme, ASSETS), 1)
    long = seconds(lambda: write_pdf(whole, theme, ASSETS), 1)
    print(f"a table of {LONG:,} rows    {long:6.2f} s = {long / short:4.1f} times a fifth of it")
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        again = seconds(lambda: write_kept(document, theme, folder), RUNS + 1)
        print(f"the report, charts kept  {again:6.2f} s = {again / ours:4.2f} times that")
        begin = time.perf_counter()
        names = draw_charts(document, theme, folder)
        drawing = time.perf_counter() - begin
        print(f"  the charts as SVG {drawing:11.2f} s")
        for name, work in peers(document, names, folder).items():
            alone = seconds(work, 1)
            theirs = drawing + alone
            print(f"  {name:12} {theirs:16.2f} s = {theirs / ours:4.1f} times ours, charts new")
            print(f"{alone:31.2f} s = {alone / ours:4.1f} times ours, their charts drawn before")
            print(f"{alone:31.2f} s = {alone / again:4.1f} times ours, ours too")


if __name__ == "__main__":
    main()
