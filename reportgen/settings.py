"""Hold what report.toml says about one report."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal

from reportgen.area import Comparators

Format = Literal["docx", "pdf", "txt"]
Status = Literal["Draft", "Final"]
Charts = Literal["native", "picture"]
"""Charts that Word draws and people edit, or pictures of them."""
Profile = Literal["standalone", "committee"]
"""A report with a cover, or a committee paper: a front sheet and numbered paragraphs."""
FORMATS: tuple[Format, ...] = ("docx", "pdf", "txt")


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A key figure of the at-a-glance page: a mention of a figure, and the words under it.

    `figure` is written as in the words files, without braces: "attainment_8 | 2020/21".
    `beside` is said under it in small type and may mention figures in braces; left empty, the
    benchmarks are named there. `row` is its line in report.toml.
    """

    figure: str
    label: str
    beside: str = ""
    row: int | None = None


@dataclass(frozen=True, slots=True)
class Glance:
    """The at-a-glance page; without key figures and headlines there is none."""

    key_figures: tuple[KeyFigure, ...] = ()
    headlines: int = 6


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a person decided of a finding, named by its id or the beginning of one, and why."""

    id: str
    reason: str


@dataclass(frozen=True, slots=True)
class Telling:
    """How much is said of what was found: `most` statements of each kind in a chapter.

    Those of `keep` are printed in any case, those of `mute` in none.
    """

    most: int = 6
    mute: tuple[Ruling, ...] = ()
    keep: tuple[Ruling, ...] = ()


@dataclass(frozen=True, slots=True)
class DataPath:
    """A downloaded file to read, or a folder or pattern of them, seen from the report's folder.

    `period` is the day or year of its figures, for files that do not say it themselves.
    """

    path: str
    period: str = ""


@dataclass(frozen=True, slots=True)
class Word:
    """How the Word document is made.

    `template` is a council's own, by its path within the project; `styles` are pairs of a style of
    ours ("Heading 1") and the template's name for it.
    """

    charts: Charts = "native"
    template: str = ""
    styles: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything report.toml decides, read and checked.

    `front_sheet` keeps the fields given, in order, as (name, words). `findings` is how many are
    told. `appendix` prints those not chosen and the figures behind the charts at the end;
    `attachments` puts the figures into the PDF as files. `theme` and `body_size` are the look.
    `profile` is a report with a cover or a committee paper. Averages and shares of fewer than
    `fewest` people are withheld.
    """

    name: str
    title: str
    organisation: str
    date: datetime.date
    comparators: Comparators
    chapters: tuple[str, ...]
    subtitle: str = ""
    as_at: datetime.date | None = None
    status: Status = "Draft"
    front_sheet: tuple[tuple[str, str], ...] = ()
    glance: Glance = Glance()
    findings: Telling = Telling()
    formats: tuple[Format, ...] = ("docx", "pdf")
    theme: str = ""
    body_size: float = 11.0
    appendix: bool = True
    attachments: bool = True
    data: tuple[DataPath, ...] = ()
    fewest: int = 6
    profile: Profile = "standalone"
    word: Word = Word()
