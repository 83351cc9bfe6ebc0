"""Add to a PDF what makes it one for the archive: who, what and when, its colours, its data.

The file says that it is PDF/A (ISO 19005) and PDF/UA (ISO 14289); the gate in the tests holds it to
that. Nothing here looks at a clock: the date is the report's.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import Literal

from reportgen.document import Document
from reportgen.formats.pdf.colour_profile import srgb
from reportgen.formats.pdf.objects import Objects
from reportgen.formats.pdf.syntax import array, name, ref, text

PRODUCER = "reportgen"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file kept inside the PDF: its name, its bytes, and what it is to the report.

    `relationship` is "Source" for what the report was made from, "Data" for what a table or chart
    shows, "Supplement" for the rest.
    """

    name: str
    data: bytes
    mime: str
    description: str
    relationship: Literal["Source", "Data", "Supplement"] = "Data"


def add_archive(objects: Objects, document: Document, attachments: tuple[Attachment, ...]) -> str:
    """Add the description of a document, its colour profile and its attachments to a PDF.

    Returns what the catalogue says of them.
    """
    part = 3 if attachments else 2
    entries = "/Type/Metadata/Subtype/XML"
    metadata = objects.add_stream(_xmp(document, part).encode(), entries, plain=True)
    intent = objects.add(_colours(objects))
    files = _attached(objects, document, attachments) if attachments else ""
    return (
        f"/Lang{text(document.language)}/ViewerPreferences<</DisplayDocTitle true>>"
        f"/PageMode/UseOutlines/Metadata {ref(metadata)}/OutputIntents[{ref(intent)}]{files}"
    )


def description(document: Document) -> str:
    """Return who made a document, what it is and of when, as a dictionary."""
    moment = text(f"D:{document.date:%Y%m%d}000000Z")
    subject = f"/Subject{text(document.subject)}" if document.subject else ""
    return (
        f"<</Title{text(document.title)}/Author{text(document.organisation)}{subject}"
        f"/Creator{text(PRODUCER)}/Producer{text(PRODUCER)}"
        f"/CreationDate{moment}/ModDate{moment}>>"
    )


def _xmp(document: Document, part: int) -> str:
    """Return the description as XMP; it says what the information dictionary says."""
    moment = f"{document.date:%Y-%m-%d}T00:00:00Z"
    subject = f"<dc:description>{_language(document.subject)}</dc:description>"
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:format>application/pdf</dc:format>
<dc:title>{_language(document.title)}</dc:title>
<dc:creator><rdf:Seq><rdf:li>{escape(document.organisation)}</rdf:li></rdf:Seq></dc:creator>
{subject if document.subject else ""}
<dc:language><rdf:Bag><rdf:li>{escape(document.language)}</rdf:li></rdf:Bag></dc:language>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<xmp:CreatorTool>{PRODUCER}</xmp:CreatorTool>
<xmp:CreateDate>{moment}</xmp:CreateDate>
<xmp:ModifyDate>{moment}</xmp:ModifyDate>
<pdf:Producer>{PRODUCER}</pdf:Producer>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>{part}</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
{_EXTENSION}
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


_EXTENSION = """<rdf:Description rdf:about=""
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>the part of ISO 14289 it conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>"""
"""PDF/A wants every property outside its own list described; that of PDF/UA is one."""


def _language(text: str) -> str:
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{escape(text)}</rdf:li></rdf:Alt>'


def _colours(objects: Objects) -> str:
    profile = ref(objects.add_stream(srgb(), "/N 3"))
    named = text("sRGB IEC61966-2.1")
    return (
        "<</Type/OutputIntent/S/GTS_PDFA1"
        f"/OutputConditionIdentifier{named}/Info{named}/DestOutputProfile {profile}>>"
    )


def _attached(objects: Objects, document: Document, attachments: tuple[Attachment, ...]) -> str:
    ordered = sorted(attachments, key=lambda attachment: attachment.name)
    files = [ref(_file(objects, document, attachment)) for attachment in ordered]
    pairs = (f"{text(each.name)} {file}" for each, file in zip(ordered, files, strict=True))
    tree = objects.add(f"<</Names{array(pairs)}>>")
    return f"/Names<</EmbeddedFiles {ref(tree)}>>/AF{array(files)}"


def _file(objects: Objects, document: Document, attachment: Attachment) -> int:
    moment = text(f"D:{document.date:%Y%m%d}000000Z")
    params = f"<</Size {len(attachment.data)}/ModDate{moment}/CreationDate{moment}>>"
    entries = f"/Type/EmbeddedFile/Subtype{name(attachment.mime)}/Params{params}"
    held = ref(objects.add_stream(attachment.data, entries))
    called = text(attachment.name)
    return objects.add(
        f"<</Type/Filespec/F{called}/UF{called}/Desc{text(attachment.description)}"
        f"/AFRelationship/{attachment.relationship}/EF<</F {held}/UF {held}>>>>"
    )
