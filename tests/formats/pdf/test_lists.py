"""Lists, and the words that lead into them."""

from __future__ import annotations

from reportgen.document import Bullets, Item, Paragraph, Text
from reportgen.formats.pdf.lists import led, prose
from reportgen.formats.pdf.setting import Setting

LONG = Paragraph((Text("They count in any of several ways, of which there are some. " * 4),))
LIST = Bullets((Item((Text("first"),)), Item((Text("second"),))))


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
