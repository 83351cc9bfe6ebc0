"""Print how long reading the largest real files takes, against pandas parsing the same bytes.

By hand: `REPORTGEN_REALDATA=… python tests/bench/bench_load.py`. Each file is read for one
authority, its ten neighbours, its region and England, and every authority's total for ranks;
without a cache, and again with one. The runs alternate, so that a busy machine slows all of them;
the time of processors, which it slows least, is compared too.
The peak of memory is that of a process which does nothing else. The aims: 1.5 times pandas, 400 MB.
"""

from __future__ import annotations

import io
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from reportgen.area import Comparators
from reportgen.load.cache import Cache
from reportgen.load.download import open_path
from reportgen.load.neighbours import read_model
from reportgen.load.read import DataFile, read_files
from reportgen.project import read_measures

ROOT = Path(__file__).parent.parent.parent
FILES = (
    "ees_exclusions/exclusions_by_geographic_level.SUBSET.csv",
    "lait/bds_long_0.parquet",
)
RUNS = 9


def reader(folder: Path, name: str, cache: Cache | None = None) -> Callable[[], object]:
    """Return a function that reads a file for Buckinghamshire."""
    measures = read_measures(ROOT)
    ours, england = measures.areas.of_number("825"), measures.areas.of_number("970")
    assert ours
    assert england
    (table,) = open_path(folder / "lait" / "sn_may_2025.xlsx", "neighbours")
    near = read_model(table).neighbours("825", measures.areas)
    areas = Comparators(ours.area, near, ours.region, england.area)
    file = DataFile(folder / name)
    return lambda: read_files([file], folder, measures, areas, cache)


def parser(folder: Path, name: str) -> Callable[[], object]:
    """Return a function that has pandas parse a file with pyarrow."""
    import pandas as pd

    data = (folder / name).read_bytes()
    if name.endswith(".parquet"):
        return lambda: pd.read_parquet(io.BytesIO(data), engine="pyarrow")
    return lambda: pd.read_csv(io.BytesIO(data), engine="pyarrow")


def seconds(run: Callable[[], object]) -> tuple[float, float]:
    """Return how long a call takes, and how long it keeps processors busy, all together."""
    begin, busy = time.perf_counter(), time.process_time()
    run()
    return time.perf_counter() - begin, time.process_time() - busy


def high_water() -> float:
    """Return the most memory, in MB, that this process has held.

    Linux counts its parent's in with `getrusage`; /proc does not.
    """
    status = Path("/proc/self/status")
    if status.exists():
        found = re.search(r"VmHWM:\s+(\d+) kB", status.read_text(encoding="utf-8"))
        if found:
            return int(found[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def peak(folder: Path, name: str) -> float:
    """Return the most memory, in MB, of a process that reads one file."""
    command = [sys.executable, __file__, "--peak", name]
    environment = {**os.environ, "REPORTGEN_REALDATA": str(folder)}
    done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    return float(done.stdout)


def main() -> None:
    """Print a line for each file: our time, that of pandas, their ratio, and the memory."""
    folder = Path(os.environ["REPORTGEN_REALDATA"])
    if sys.argv[1:2] == ["--peak"]:
        reader(folder, sys.argv[2])()
        print(high_water())
        return
    for name in FILES:
        with tempfile.TemporaryDirectory() as kept:
            ours, again = reader(folder, name), reader(folder, name, Cache(Path(kept)))
            theirs = parser(folder, name)
            for run in (ours, theirs, again):
                run()
            runs = [(*seconds(ours), *seconds(theirs), *seconds(again)) for _ in range(RUNS)]
        best = [min(times) for times in zip(*runs, strict=True)]
        read, busy, parsed, their_busy, cached, _ = best
        print(
            f"{name}: {read * 1000:.0f} ms = {read / parsed:.2f} times pandas "
            f"({parsed * 1000:.0f} ms), processors {busy / their_busy:.2f} times; "
            f"kept {cached * 1000:.0f} ms; {peak(folder, name):.0f} MB"
        )


if __name__ == "__main__":
    main()
