"""Print how long the commands take, each against a peer in the same run.

By hand: `python tests/bench/bench_commands.py`. Seconds differ between machines, the ratios hardly:
they are what to watch. Nothing fails here.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
SAMPLE = "data/buckinghamshire-2021"
LIBRARIES = "import docx, matplotlib.figure, pandas, pikepdf, reportlab.platypus"
RUNS = 3


def seconds(*arguments: str) -> float:
    """Return the shortest of a few runs of Python with some arguments, in seconds."""
    times = []
    for _ in range(RUNS):
        begin = time.perf_counter()
        subprocess.run([sys.executable, *arguments], cwd=ROOT, check=True, capture_output=True)
        times.append(time.perf_counter() - begin)
    return min(times)


def main() -> None:
    """Print a line for each command: its time, that of its peer, and the ratio."""
    with tempfile.TemporaryDirectory() as folder:
        build = ("-m", "reportgen", "build", SAMPLE, "--output", folder, "--format")
        bare, libraries = ("-c", "pass"), ("-c", LIBRARIES)
        benches = (
            ("--help", ("-m", "reportgen", "--help"), "starting Python", bare),
            ("check", ("-m", "reportgen", "check", SAMPLE), "starting Python", bare),
            ("build docx", (*build, "docx"), "importing the libraries", libraries),
            ("build pdf", (*build, "pdf"), "importing the libraries", libraries),
            ("build txt", (*build, "txt"), "starting Python", bare),
        )
        for name, command, peer, with_peer in benches:
            ours, theirs = seconds(*command), seconds(*with_peer)
            print(f"{name:11} {ours:5.2f} s = {ours / theirs:5.1f} times {peer} ({theirs:.2f} s)")


if __name__ == "__main__":
    main()
