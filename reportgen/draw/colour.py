"""Turn the theme's colours into inks that can be read and fills that stay quiet.

The rule it guards: the contrast of text with what is behind it is at least 4.5 to 1 (WCAG 1.4.3).
"""

from __future__ import annotations

from functools import lru_cache

ENOUGH = 4.5
SEEN = 3.0
"""The contrast that a bar needs with the ground (WCAG 1.4.11)."""


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours "#RRGGBB", from 1 to 21 (WCAG 2.2)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@lru_cache(maxsize=256)
def readable(colour: str, ground: str) -> str:
    """Return the colour, darkened no more than text on `ground` needs."""
    red, green, blue = _parts(colour)
    for step in range(101):
        keep = 1 - step / 100
        darker = _hex(red * keep, green * keep, blue * keep)
        if contrast(darker, ground) >= ENOUGH:
            return darker
    return "#000000"


@lru_cache(maxsize=256)
def palest(colour: str, ground: str) -> str:
    """Return the lightest tint of a colour on the ground that can still be seen as a shape."""
    for step in range(50, 101):
        paler = tint(colour, step / 100, ground)
        if contrast(paler, ground) >= SEEN:
            return paler
    return colour


def tint(colour: str, share: float, ground: str) -> str:
    """Return `colour` laid over `ground` with the given share, from 0 (ground) to 1 (colour)."""
    pairs = zip(_parts(colour), _parts(ground), strict=True)
    red, green, blue = (share * top + (1 - share) * under for top, under in pairs)
    return _hex(red, green, blue)


def _parts(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _hex(red: float, green: float, blue: float) -> str:
    return "#" + "".join(f"{round(part * 255):02X}" for part in (red, green, blue))


def _luminance(colour: str) -> float:
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in _parts(colour)
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
