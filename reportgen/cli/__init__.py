"""Turn what is typed into what is done: the command line."""

from __future__ import annotations

import sys

import click

from reportgen.cli.keeping import archive, verify
from reportgen.cli.making import build, new
from reportgen.cli.reading import check, explain, findings, inspect
from reportgen.cli.voice import Commands

EXAMPLES = """
\b
Examples:
  reportgen build data/buckinghamshire-2021
  reportgen build data/buckinghamshire-2021 --format pdf --output drafts
  reportgen check data/buckinghamshire-2021
  reportgen explain data/buckinghamshire-2021 "free school meals"
  reportgen archive data/buckinghamshire-2021
  reportgen verify output/archive/buckinghamshire-2021-2021-11-18.zip
  reportgen inspect downloads/ks4_la.csv
  reportgen new my-reports --area Warwickshire --title "Education in Warwickshire"
"""


@click.group(
    cls=Commands, epilog=EXAMPLES, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(package_name="reportgen", message="reportgen %(version)s")
def main() -> None:
    """Turn published education statistics into a Word draft and an accessible PDF."""
    for stream in (sys.stdout, sys.stderr):
        # A Windows console may lack a character of a message; that must not stop the work.
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]


for command in (archive, build, check, explain, findings, inspect, new, verify):
    main.add_command(command)
