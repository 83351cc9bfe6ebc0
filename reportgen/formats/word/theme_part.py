"""Turn a theme into Word's own theme: the colours that its menus and charts offer.

A chart takes its colours from these slots, so a council that changes its Word theme changes them.
"""

from __future__ import annotations

from reportgen.formats.word.xml import Element, el, hex_colour, root
from reportgen.theme import Theme

SLOTS = {
    "dk1": "text",
    "lt1": "ground",
    "dk2": "brand",
    "lt2": "panel",
    "accent1": "ours",
    "accent2": "neighbours",
    "accent3": "third",
    "accent4": "fourth",
    "accent5": "region",
    "accent6": "england",
    "hlink": "link",
    "folHlink": "link",
}
"""The slots of Word's theme and the colours of ours that fill them."""


def theme_part(theme: Theme) -> Element:
    """Return the root of theme1.xml."""
    colours = el("a:clrScheme", name="Report")
    for slot, name in SLOTS.items():
        colours.append(el(f"a:{slot}", el("a:srgbClr", val=hex_colour(theme.colour[name]))))
    face = theme.face["word"]
    fonts = el(
        "a:fontScheme", _face("a:majorFont", face), _face("a:minorFont", face), name="Report"
    )
    return root(
        "a:theme",
        "a",
        el("a:themeElements", colours, fonts, _effects()),
        name="Report",
    )


def _face(name: str, face: str) -> Element:
    return el(name, el("a:latin", typeface=face), el("a:ea", typeface=""), el("a:cs", typeface=""))


def _effects() -> Element:
    """Return flat fills, lines and effects: three of each, as the schema asks."""

    def solid() -> Element:
        return el("a:solidFill", el("a:schemeClr", val="phClr"))

    return el(
        "a:fmtScheme",
        el("a:fillStyleLst", solid(), solid(), solid()),
        el("a:lnStyleLst", *(el("a:ln", solid(), w=w) for w in (6350, 12700, 19050))),
        el(
            "a:effectStyleLst",
            *(el("a:effectStyle", el("a:effectLst")) for _ in range(3)),
        ),
        el("a:bgFillStyleLst", solid(), solid(), solid()),
        name="Report",
    )
