"""Lists, and the words that lead into them."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.document import Bullets, Item, Paragraph, Text
from reportgen.formats.pdf.fonts import Fonts
from reportgen.formats.pdf.lists import led, prose
from reportgen.formats.pdf.setting import Setting
from reportgen.formats.pdf.styles import styles_of
from reportgen.theme import read_theme

ASSETS = Path(__file__).parents[3] / "assets"
LONG = Paragraph((Text("They count in any of several ways, of which there are some. " * 4),))
LIST = Bullets((Item((Text("first"),)), Item((Text("second"),))))


@pytest.fixture(scope="module")
def setting() -> Setting:
    theme = read_theme(ASSETS / "theme.toml")
    fonts = Fonts.read(ASSETS / "fonts", "Arimo")

    def draw(*_: object) -> None:
        raise AssertionError("there is no chart here")

    return Setting(styles_of(theme, 11), fonts, theme, draw)  # type: ignore[arg-type]


def test_the_last_line_before_a_list_stays_with_its_first_item(setting: Setting) -> None:
    strips = prose((LONG, LIST), setting.styles.body, setting, 0, 300).strips
    *_, third_last, item, last = strips
    assert third_last.keep
    assert [strip.keep for strip in strips].count(True) == 1
    assert not item.keep
    assert not last.keep


def test_a_paragraph_before_a_paragraph_stays_with_nothing(setting: Setting) -> None:
    part = prose((LONG, LONG), setting.styles.body, setting, 0, 300)
    assert not any(strip.keep for strip in part.strips)
    assert led(part, ()) == part
