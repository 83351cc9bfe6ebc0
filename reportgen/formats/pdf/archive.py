"""Add to a PDF what makes it one for the archive: who, what and when, its colours, its data.

The file says that it is PDF/A (ISO 19005) and PDF/UA (ISO 14289); the gate in the tests holds it to
that. Nothing here looks at a clock: the date is the report's.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import Literal

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from reportgen.document import Document
from reportgen.formats.pdf.colour_profile import srgb

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


def add_archive(pdf: Pdf, document: Document, attachments: tuple[Attachment, ...]) -> None:
    """Add the document's description, its colour profile and its attachments to a PDF."""
    root = pdf.Root
    root.Lang = String(document.language)
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    root.PageMode = Name.UseOutlines
    _add_description(pdf, document, part=3 if attachments else 2)
    _add_colours(pdf)
    if attachments:
        _add_attachments(pdf, document, attachments)


def _add_description(pdf: Pdf, document: Document, part: int) -> None:
    moment = f"D:{document.date:%Y%m%d}000000Z"
    info = pdf.docinfo
    for key in list(info.keys()):
        del info[key]
    info[Name.Title] = String(document.title)
    info[Name.Author] = String(document.organisation)
    if document.subject:
        info[Name.Subject] = String(document.subject)
    info[Name.Creator] = info[Name.Producer] = String(PRODUCER)
    info[Name.CreationDate] = info[Name.ModDate] = String(moment)
    metadata = Stream(pdf, _xmp(document, part).encode())
    metadata.Type, metadata.Subtype = Name.Metadata, Name.XML
    pdf.Root.Metadata = pdf.make_indirect(metadata)


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


def _add_colours(pdf: Pdf) -> None:
    profile = Stream(pdf, srgb())
    profile.N = 3
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String("sRGB IEC61966-2.1"),
        Info=String("sRGB IEC61966-2.1"),
        DestOutputProfile=pdf.make_indirect(profile),
    )
    pdf.Root.OutputIntents = Array([pdf.make_indirect(intent)])


def _add_attachments(pdf: Pdf, document: Document, attachments: tuple[Attachment, ...]) -> None:
    ordered = sorted(attachments, key=lambda attachment: attachment.name)
    files = [_file(pdf, document, attachment) for attachment in ordered]
    names = [part for each, file in zip(ordered, files, strict=True) for part in (each.name, file)]
    tree = Dictionary(Names=Array([String(p) if isinstance(p, str) else p for p in names]))
    if Name.Names not in pdf.Root:
        pdf.Root.Names = Dictionary()
    pdf.Root.Names.EmbeddedFiles = pdf.make_indirect(tree)
    pdf.Root.AF = Array(files)


def _file(pdf: Pdf, document: Document, attachment: Attachment) -> Object:
    stream = Stream(pdf, attachment.data)
    stream.Type = Name.EmbeddedFile
    stream.Subtype = Name("/" + attachment.mime)
    moment = String(f"D:{document.date:%Y%m%d}000000Z")
    stream.Params = Dictionary(Size=len(attachment.data), ModDate=moment, CreationDate=moment)
    held = pdf.make_indirect(stream)
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Filespec,
            F=String(attachment.name),
            UF=String(attachment.name),
            Desc=String(attachment.description),
            AFRelationship=Name("/" + attachment.relationship),
            EF=Dictionary(F=held, UF=held),
        )
    )
