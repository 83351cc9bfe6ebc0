"""A law: whatever is written as open data, in any order, symbols and encoding, is read back."""

import csv
import gzip
import io
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportgen.area import Comparators
from reportgen.load.read import DataFile, Project, read_files
from reportgen.measures import Group
from reportgen.observation import Missing

SYMBOLS = {
    "c": Missing.SUPPRESSED,
    "z": Missing.NOT_APPLICABLE,
    "x": Missing.NOT_AVAILABLE,
    ":": Missing.NOT_AVAILABLE,
    ".": Missing.NOT_APPLICABLE,
    "~": Missing.LOW,
    "low": Missing.LOW,
    "Low": Missing.LOW,
    "<0.5": Missing.LOW,
    "k": Missing.LOW_SENSITIVE,
    "u": Missing.UNRELIABLE,
    "SUPP": Missing.SUPPRESSED,
}
PLACES = {
    "E92000001": ("National", "", "", "", ""),
    "E12000008": ("Regional", "E12000008", "South East", "", ""),
    "E06000060": ("Local authority", "E12000008", "South East", "825", "E06000060"),
    "E10000025": ("Local authority", "E12000008", "South East", "931", "E10000025"),
}
COLUMNS = (
    "time_period",
    "time_identifier",
    "geographic_level",
    "country_code",
    "country_name",
    "region_code",
    "region_name",
    "old_la_code",
    "new_la_code",
    "la_name",
    "sex",
    "sen_status",
    "avg_score",
    "t_pupils",
    "other_number",
)
SEXES = {"Total": None, "Girls": "girls", "Boys": "boys"}
SENS = {"Total": None, "EHC plan": "ehc_plan", "No SEN": "none"}

written = st.one_of(
    st.decimals(-1000, 100000, places=3).map(lambda n: (str(n), n)),
    st.integers(0, 10**7).map(lambda n: (f"{n:,}", Decimal(n))),
    st.integers(1, 999).map(lambda n: (f"{n}E-05", Decimal(n).scaleb(-5))),
    st.integers(0, 999).map(lambda n: (f" {n}.5 ", Decimal(f"{n}.5"))),
    st.sampled_from(sorted(SYMBOLS.items())),
)
keys = st.tuples(
    st.sampled_from(sorted(PLACES)),
    st.integers(2000, 2030),
    st.sampled_from(sorted(SEXES)),
    st.sampled_from(sorted(SENS)),
)


@dataclass(frozen=True)
class Style:
    """How a file is written."""

    bom: bool
    crlf: bool
    quote: bool
    pack: bool


styles = st.builds(Style, st.booleans(), st.booleans(), st.booleans(), st.booleans())


def text_of(rows: dict[tuple[str, int, str, str], str], columns: list[str], style: Style) -> bytes:
    made = io.StringIO()
    quoting = csv.QUOTE_ALL if style.quote else csv.QUOTE_MINIMAL
    end = "\r\n" if style.crlf else "\n"
    writer = csv.DictWriter(made, columns, quoting=quoting, lineterminator=end)
    writer.writeheader()
    for (place, year, sex, sen), text in rows.items():
        level, region, region_name, old, new = PLACES[place]
        writer.writerow(
            {
                "time_period": f"{year}{(year + 1) % 100:02d}",
                "time_identifier": "Academic year",
                "geographic_level": level,
                "country_code": "E92000001",
                "country_name": "England",
                "region_code": region,
                "region_name": region_name,
                "old_la_code": old,
                "new_la_code": new,
                "la_name": "",
                "sex": sex,
                "sen_status": sen,
                "avg_score": text,
                "t_pupils": "85",
                "other_number": "1",
            }
        )
    data = made.getvalue().encode()
    data = b"\xef\xbb\xbf" + data if style.bom else data
    return gzip.compress(data) if style.pack else data


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    rows=st.dictionaries(keys, written, min_size=1, max_size=25),
    columns=st.permutations(COLUMNS),
    style=styles,
)
def test_what_is_written_is_read_back(
    tmp_path: Path,
    standards: Project,
    bucks: Comparators,
    rows: dict[tuple[str, int, str, str], tuple[str, Decimal | Missing]],
    columns: list[str],
    style: Style,
) -> None:
    # A filter needs its total somewhere in the file, or the reader rightly refuses to use it.
    rows = {("E92000001", 1999, "Total", "Total"): ("1", Decimal(1)), **rows}
    path = tmp_path / "scores.dat"
    path.write_bytes(text_of({key: text for key, (text, _) in rows.items()}, columns, style))

    loaded = read_files([DataFile(path)], tmp_path, standards, bucks)

    expected = {}
    for (place, year, sex, sen), (_, value) in rows.items():
        pairs = {"sex": SEXES[sex], "sen": SENS[sen]}
        group = Group.of(**{name: member for name, member in pairs.items() if member})
        expected[place, f"{year}/{(year + 1) % 100:02d}", group] = value
    found = {(o.area.code, o.period.label, o.group): o.value for o in loaded.observations}
    # One edition is chosen for a year and kind of group; here there is only one, so all are read.
    assert found == expected
    assert [(a.rows, a.used) for a in loaded.accounts] == [(len(rows), len(rows))]
