"""Add to a PDF the fonts that a document uses, each as the few characters that it was used for."""

from __future__ import annotations

from collections.abc import Mapping
from struct import unpack_from

from reportgen.formats.pdf.codes import Codes, Lettering
from reportgen.formats.pdf.fonts import Font
from reportgen.formats.pdf.objects import Objects
from reportgen.formats.pdf.subset import subset
from reportgen.formats.pdf.syntax import array, name, real, ref

_FIXED, _SYMBOLIC, _ITALIC, _HEAVY = 1, 1 << 2, 1 << 6, 1 << 18
_SEMIBOLD = 600


def add_fonts(objects: Objects, lettering: Lettering) -> str:
    """Add the fonts of a document; return the dictionary that gives each its name on the pages."""
    named = (
        f"{name(f'{codes.name}+{place}')} {ref(_font(objects, codes, place))}"
        for codes in lettering.fonts.values()
        for place in range(len(codes.subsets))
    )
    return f"<<{' '.join(named)}>>"


def _font(objects: Objects, codes: Codes, place: int) -> int:
    face, characters = codes.font.face, codes.subsets[place]
    count = max(characters) + 1
    glyphs = [face.glyph(characters[n]) if n in characters else 0 for n in range(count)]
    widths = array(real(face.advance(glyph)) if glyph else "0" for glyph in glyphs)
    base = name(f"AAAAA{chr(ord('A') + place % 26)}+{codes.font.name}")
    described = objects.add(_described(objects, codes.font, base, subset(face, glyphs)))
    unicode = objects.add_stream(_unicode_map(characters).encode("ascii"))
    return objects.add(
        f"<</Type/Font/Subtype/TrueType/BaseFont{base}/FirstChar 0/LastChar {count - 1}"
        f"/Widths{widths}/FontDescriptor {ref(described)}/ToUnicode {ref(unicode)}>>"
    )


def _described(objects: Objects, font: Font, base: str, data: bytes) -> str:
    """Return what a viewer may want to know of a font without opening it."""
    face = font.face
    box = unpack_from(">4h", face.tables["head"], 36)
    version, _, weight = unpack_from(">3H", face.tables["OS/2"])
    rise, fall = unpack_from(">2h", face.tables["OS/2"], 68)
    (capital,) = unpack_from(">h", face.tables["OS/2"], 88) if version > 1 else (rise,)
    slant, fixed = unpack_from(">l4xL", face.tables["post"], 4)
    flags = _SYMBOLIC | (_ITALIC if slant else 0) | (_FIXED if fixed else 0)
    flags |= _HEAVY if weight >= _SEMIBOLD else 0
    stem = 50 + int((weight / 65) ** 2)  # no table says it: the rule of thumb of many programs
    held = objects.add_stream(data, f"/Length1 {len(data)}")
    lengths = {"Ascent": rise, "Descent": fall, "CapHeight": capital}
    measures = "".join(f"/{key} {real(face.scaled(each))}" for key, each in lengths.items())
    return (
        f"<</Type/FontDescriptor/FontName{base}/Flags {flags}{measures}"
        f"/FontBBox{array(real(face.scaled(side)) for side in box)}"
        f"/ItalicAngle {real(slant / 65536)}/StemV {stem}/FontFile2 {ref(held)}>>"
    )


def _unicode_map(characters: Mapping[int, int]) -> str:
    """Return the map from codes to the characters that a reader speaks or copies."""
    pairs = [
        f"<{code:02X}> <{chr(char).encode('utf-16-be').hex().upper()}>"
        for code, char in sorted(characters.items())
    ]
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<00> <FF>",
        "endcodespacerange",
    ]
    for start in range(0, len(pairs), 100):
        block = pairs[start : start + 100]
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines)
