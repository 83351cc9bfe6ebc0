"""Print how long the PDF takes, beside Typst and WeasyPrint where they are installed.

By hand: `python tests/bench/bench_pdf.py`, after `pip install typst weasyprint` for the peers. All
begin with charts that are not drawn; the peers get them as SVG. Of some runs the shortest counts;
each of a peer's is in a process of its own, because Typst remembers what it has set. Seconds differ
between machines, the ratios hardly: they are what to watch. Beside the clock stands the time of
processors, all together, which other work on the machine changes least: Typst sets on all of them,
we on one. On Linux, `taskset -c 0` in front of the command gives everybody one. Nothing fails here.
"""

from __future__ import annotations

import importlib.util
import multiprocessing
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

from reportgen.compose import compose
from reportgen.document import Block, Chart, Document, Row, Table
from reportgen.draw import draw_svg
from reportgen.formats.pdf import kept_drawings, write_pdf
from reportgen.project import read_project
from reportgen.theme import Theme, read_theme

ROOT = Path(__file__).parent.parent.parent
ASSETS = ROOT / "assets"
RUNS = 5
LONG = 5_000
sys.path.insert(0, str(Path(__file__).parent))


class Times(NamedTuple):
    """How long something takes in seconds, and how long it keeps processors busy."""

    clock: float
    busy: float

    def __str__(self) -> str:
        return f"{self.clock:6.3f} s, processors {self.busy:6.3f} s"

    def per(self, other: Times) -> str:
        """Return how many times another's these are."""
        return f"{self.clock / other.clock:5.2f} times, processors {self.busy / other.busy:5.2f}"


def timed(work: Callable[[], object]) -> Times:
    """Return how long something takes that is done once."""
    begin, busy = time.perf_counter(), time.process_time()
    work()
    return Times(time.perf_counter() - begin, time.process_time() - busy)


def shortest(runs: Iterable[Times]) -> Times:
    """Return the shortest of some runs, by the clock and in processors each."""
    return Times(*map(min, zip(*runs, strict=True)))


def seconds(
    work: Callable[[Document], object], make: Callable[[], Document], runs: int = RUNS
) -> Times:
    """Return the shortest of a few runs, each with a document made for it: its texts are new."""
    documents = (make() for _ in range(runs))
    return shortest(timed(partial(work, document)) for document in documents)


def chart_files(document: Document) -> dict[str, str]:
    """Return the names of files for the charts of a document by the charts' ids."""
    charts = (block for block in document.blocks if isinstance(block, Chart))
    return {chart.id: f"{number}.svg" for number, chart in enumerate(charts)}


def draw_charts(document: Document, names: dict[str, str], theme: Theme, folder: Path) -> None:
    """Write every chart of a document as SVG."""
    for block in document.blocks:
        if isinstance(block, Chart):
            (folder / names[block.id]).write_bytes(draw_svg(block, theme, 166, ASSETS))


def time_typst(source: str) -> Times:
    """Return how long Typst takes for a file, the first time in this process."""
    import typst

    fonts = [str(ASSETS / "fonts")]
    standards = ["ua-1", "a-3a"]
    return timed(lambda: typst.compile(source, font_paths=fonts, pdf_standards=standards))


def time_weasyprint(source: str) -> Times:
    """Return how long WeasyPrint takes for a file."""
    from weasyprint import HTML

    page = HTML(filename=source)
    return timed(lambda: page.write_pdf(pdf_variant="pdf/ua-1"))


def peers(
    document: Document, names: dict[str, str], folder: Path
) -> Iterator[tuple[str, Callable[[str], Times], str]]:
    """Yield each peer that is installed: its name, what times it, and the document for it."""
    from peers import html, typst

    for name, work, ending, write in (
        ("Typst", time_typst, "typ", typst),
        ("WeasyPrint", time_weasyprint, "html", html),
    ):
        if importlib.util.find_spec(name.lower()):
            source = folder / f"report.{ending}"
            source.write_text(write(document, names), encoding="utf-8")
            yield name, work, str(source)


def apart(work: Callable[[str], Times], source: str) -> Times:
    """Return the shortest of a few runs of a peer, each in a process of its own."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, context, max_tasks_per_child=1) as pool:
        return shortest(pool.submit(work, source).result() for _ in range(RUNS))


def write_kept(document: Document, theme: Theme, folder: Path) -> bytes:
    """Return the PDF, made with the drawings of its charts that a folder keeps."""
    draw = kept_drawings(folder / "kept", theme, ASSETS)
    return write_pdf(document, theme, ASSETS, draw=draw)


def long_table(document: Document, count: int) -> Document:
    """Return a document of one table of many rows, made of the rows of the report's first."""
    table = next(block for block in document.blocks if isinstance(block, Table))
    rows: tuple[Row, ...] = (table.rows * (count // len(table.rows) + 1))[:count]
    blocks: tuple[Block, ...] = (replace(table, rows=rows),)
    return replace(document, blocks=blocks)


def main() -> None:
    """Print a line for the report and one for a long table."""
    project = read_project(ROOT / "data" / "buckinghamshire-2021")
    theme = read_theme(ASSETS / "theme.toml")

    def report() -> Document:
        return compose(project)

    ours = seconds(lambda document: write_pdf(document, theme, ASSETS), report)
    print(f"the report, charts new   {ours}")
    short, long = (
        seconds(
            lambda document: write_pdf(document, theme, ASSETS),
            lambda rows=rows: long_table(report(), rows),
            1,
        )
        for rows in (LONG // 5, LONG)
    )
    print(f"a table of {LONG:,} rows    {long}: {long.per(short)} a fifth of it")
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        again = seconds(lambda document: write_kept(document, theme, folder), report, RUNS + 1)
        print(f"the report, charts kept  {again}")
        names = chart_files(report())
        drawing = seconds(lambda document: draw_charts(document, names, theme, folder), report, 1)
        print(f"  the charts as SVG      {drawing}")
        for name, work, source in peers(report(), names, folder):
            alone = apart(work, source)
            both = Times(drawing.clock + alone.clock, drawing.busy + alone.busy)
            print(f"  {name:12}           {alone}")
            print(f"    with its charts      {both.per(ours)} ours, charts new")
            print(f"    charts drawn before  {alone.per(ours)} ours, charts new")
            print(f"    charts drawn before  {alone.per(again)} ours, charts kept")


if __name__ == "__main__":
    main()
