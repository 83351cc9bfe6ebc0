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
from reportgen.formats.pdf.file import File
from reportgen.formats.pdf.passages import tidy
from reportgen.formats.pdf.syntax import array, dictionary, name, names, ref, string

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


def add_archive(
    file: File, document: Document, attachments: tuple[Attachment, ...]
) -> dict[str, object]:
    """Add a document's description, its colour profile and its attachments to a file.

    Returns what the catalogue says of them.
    """
    description = _xmp(document, part=3 if attachments else 2).encode()
    metadata = file.stream(description, packed=False, Type="/Metadata", Subtype="/XML")
    about: dict[str, object] = {
        "Lang": string(document.language),
        "ViewerPreferences": dictionary({"DisplayDocTitle": "true"}),
        "PageMode": "/UseOutlines",
        "Metadata": ref(metadata),
        "OutputIntents": array([ref(_colours(file))]),
    }
    if attachments:
        ordered = sorted(attachments, key=lambda attachment: attachment.name)
        files = [ref(_attached(file, document, attachment)) for attachment in ordered]
        pairs = zip((attachment.name for attachment in ordered), files, strict=True)
        tree = file.add(names(dict(pairs)))
        about["Names"] = dictionary({"EmbeddedFiles": ref(tree)})
        about["AF"] = array(files)
    return about


def add_info(file: File, document: Document) -> int:
    """Add the information dictionary to a file and return its number."""
    moment = string(_moment(document))
    title, organisation, subject = _who(document)
    about = {"Title": string(title), "Author": string(organisation)}
    if subject:
        about["Subject"] = string(subject)
    about["Creator"] = about["Producer"] = string(PRODUCER)
    about["CreationDate"] = about["ModDate"] = moment
    return file.add(dictionary(about))


def _who(document: Document) -> tuple[str, ...]:
    """Return title, organisation and subject without what a description in XML cannot say."""
    return tuple(map(tidy, (document.title, document.organisation, document.subject)))


def _moment(document: Document) -> str:
    return f"D:{document.date:%Y%m%d}000000Z"


def _xmp(document: Document, part: int) -> str:
    """Return the description as XMP; it says what the information dictionary says."""
    moment = f"{document.date:%Y-%m-%d}T00:00:00Z"
    title, organisation, subject = _who(document)
    description = f"<dc:description>{_language(subject)}</dc:description>" if subject else ""
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:format>application/pdf</dc:format>
<dc:title>{_language(title)}</dc:title>
<dc:creator><rdf:Seq><rdf:li>{escape(organisation)}</rdf:li></rdf:Seq></dc:creator>
{description}
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


def _colours(file: File) -> int:
    profile = file.stream(srgb(), N=3)
    intent = {
        "Type": "/OutputIntent",
        "S": "/GTS_PDFA1",
        "OutputConditionIdentifier": string("sRGB IEC61966-2.1"),
        "Info": string("sRGB IEC61966-2.1"),
        "DestOutputProfile": ref(profile),
    }
    return file.add(dictionary(intent))


def _attached(file: File, document: Document, attachment: Attachment) -> int:
    """Add an attachment and return the number of what describes it."""
    moment = string(_moment(document))
    params = {"Size": len(attachment.data), "ModDate": moment, "CreationDate": moment}
    held = file.stream(
        attachment.data,
        Type="/EmbeddedFile",
        Subtype=name(attachment.mime),
        Params=dictionary(params),
    )
    about = {
        "Type": "/Filespec",
        "F": string(attachment.name),
        "UF": string(attachment.name),
        "Desc": string(attachment.description),
        "AFRelationship": name(attachment.relationship),
        "EF": dictionary({"F": ref(held), "UF": ref(held)}),
    }
    return file.add(dictionary(about))
