"""A council's own Word template, as its design team might have made it in Word."""

from __future__ import annotations

import io
import struct
import zlib

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Mm, Pt, RGBColor

ATTACHED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"


def council_template(heading: str = "Westshire Heading", numbered: bool = False) -> bytes:
    """Return a template with a logo, headers, wide margins and a chapter style of its own name."""
    made = Document()
    made.add_paragraph("Delete this guidance before you start.")
    section = made.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(30)
    section.top_margin = section.bottom_margin = Mm(32)
    header = section.header.paragraphs[0]
    header.add_run().add_picture(io.BytesIO(_logo()), width=Mm(20))
    header.add_run("\tWestshire Council: working together")
    section.footer.paragraphs[0].text = "www.westshire.example"
    style = made.styles.add_style(heading, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = made.styles["Heading 1"]
    style.font.name, style.font.size = "Georgia", Pt(22)
    style.font.color.rgb = RGBColor(0x5B, 0x1F, 0x69)
    if numbered:
        properties = style.element.get_or_add_pPr()
        number = OxmlElement("w:numPr")
        id = OxmlElement("w:numId")
        id.set(qn("w:val"), "1")
        number.append(id)
        properties.insert(0, number)
    made.styles["Normal"].font.name = "Calibri"
    for name in ("Heading 2", "Heading 3", "Caption", "Subtitle"):
        made.styles[name].font.color.rgb = RGBColor(0x5B, 0x1F, 0x69)
    _attach(made)
    saved = io.BytesIO()
    made.save(saved)
    return saved.getvalue()


def _attach(made: Document) -> None:
    """Let the template name the one it was made from, on somebody's disk."""
    settings = made.settings.element
    attached = OxmlElement("w:attachedTemplate")
    target = "file:///C:/Users/j.smith/Templates/Normal.dotm"
    id = made.part._settings_part.relate_to(target, ATTACHED, is_external=True)
    attached.set(qn("r:id"), id)
    settings.insert(1, attached)


def _logo() -> bytes:
    """Return a small purple PNG."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        whole = kind + data
        return struct.pack(">I", len(data)) + whole + struct.pack(">I", zlib.crc32(whole))

    rows = (b"\x00" + b"\x5b\x1f\x69" * 40) * 20
    head = struct.pack(">IIBBBBB", 40, 20, 8, 2, 0, 0, 0)
    parts = (b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(*part) for part in parts)
