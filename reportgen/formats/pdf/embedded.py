"""Embed in a PDF what its pages use of each font (ISO 32000-1, 9.6.3)."""

from __future__ import annotations

import string as letters
from typing import Final

from reportgen.formats.pdf.codes import Subset
from reportgen.formats.pdf.file import File
from reportgen.formats.pdf.syntax import array, dictionary, name, ref

_SYMBOLIC, _NONSYMBOLIC = 4, 32
"""What a font descriptor says: whether codes mean glyphs of the font's own, or Latin letters."""
_TAG: Final = 6
_BLOCK: Final = 100
"""The mappings that a map from codes to characters may list at a time."""


def add_fonts(file: File, subsets: tuple[Subset, ...]) -> str:
    """Add the fonts of a document to a file; return the dictionary of their names."""
    fonts = {subset.name: ref(_font(file, subset, number)) for number, subset in enumerate(subsets)}
    return dictionary(fonts)


def _font(file: File, subset: Subset, number: int) -> int:
    face, chars = subset.font.face, subset.chars
    base = name(f"{_tag(number)}+{face.name.decode('ascii')}")
    cut = face.makeSubset(list(chars))
    about = {
        "Type": "/FontDescriptor",
        "FontName": base,
        "Flags": face.flags & ~_NONSYMBOLIC | _SYMBOLIC,
        "FontBBox": array(map(_exact, face.bbox)),
        "ItalicAngle": _exact(face.italicAngle),
        "Ascent": _exact(face.ascent),
        "Descent": _exact(face.descent),
        "CapHeight": _exact(face.capHeight),
        "StemV": _exact(face.stemV),
        "MissingWidth": _exact(face.defaultWidth),
        "FontFile2": ref(file.stream(cut, Length1=len(cut))),
    }
    widths = [_exact(face.getCharWidth(char)) for char in chars]
    font = {
        "Type": "/Font",
        "Subtype": "/TrueType",
        "BaseFont": base,
        "FirstChar": 0,
        "LastChar": len(chars) - 1,
        "Widths": ref(file.add(array(widths))),
        "FontDescriptor": ref(file.add(dictionary(about))),
        "ToUnicode": ref(file.stream(_unicode_map(chars))),
    }
    return file.add(dictionary(font))


def _exact(value: float) -> str:
    """Return thousandths of the size of the type; rounded, a long line would end elsewhere."""
    return f"{value:.7g}"


def _tag(number: int) -> str:
    """Return the six letters that say of a font that it is a part of one."""
    digits = (number // 26**place % 26 for place in reversed(range(_TAG)))
    return "".join(letters.ascii_uppercase[digit] for digit in digits)


def _unicode_map(chars: tuple[int, ...]) -> bytes:
    """Return what tells a reader which characters codes stand for; only of the codes in use."""
    pairs = [f"<{code:02X}> <{_utf16(char)}>" for code, char in enumerate(chars) if char]
    blocks = [pairs[start : start + _BLOCK] for start in range(0, len(pairs), _BLOCK)]
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
    for block in blocks:
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines).encode("ascii")


def _utf16(char: int) -> str:
    return chr(char).encode("utf-16-be").hex().upper()
