"""Bind painted pages into a PDF: the structure tree, bookmarks and description with them."""

from __future__ import annotations

from reportgen.document import Document
from reportgen.formats.pdf.archive import Attachment, add_archive, description
from reportgen.formats.pdf.bookmarks import add_bookmarks
from reportgen.formats.pdf.canvas import Painted
from reportgen.formats.pdf.embed import add_fonts
from reportgen.formats.pdf.fingerprint import with_fingerprint
from reportgen.formats.pdf.objects import Objects
from reportgen.formats.pdf.story import Story
from reportgen.formats.pdf.structure import Structure, add_structure, destination
from reportgen.formats.pdf.syntax import array, real, ref


def bind(
    document: Document, story: Story, painted: Painted, attachments: tuple[Attachment, ...]
) -> bytes:
    """Return the pages of a document as a tagged PDF for the archive, with files attached."""
    objects = Objects()
    root, info = objects.promise(), objects.add(description(document))
    pages = [objects.promise() for _ in painted.sheets]
    structure = add_structure(objects, story.root, painted, pages)
    entries = [
        f"/Pages {ref(_add_pages(objects, painted, pages, structure))}",
        f"/StructTreeRoot {ref(structure.tree)}/MarkInfo<</Marked true>>",
        "/PageLabels<</Nums[0<</S/D>>]>>",
        add_archive(objects, document, attachments),
    ]
    refs = [ref(page) for page in pages]
    places = [destination(painted, refs, entry.block) for entry in story.entries]
    bookmarks = add_bookmarks(objects, story.entries, places)
    if bookmarks:
        entries.append(f"/Outlines {ref(bookmarks)}")
    objects.put(root, f"<</Type/Catalog{''.join(entries)}>>")
    return with_fingerprint(objects.file(root, info))


def _add_pages(objects: Objects, painted: Painted, pages: list[int], structure: Structure) -> int:
    """Keep the promise of the pages and return the number of all of them."""
    tree = objects.promise()
    fonts = ref(objects.add(add_fonts(objects, painted.lettering)))
    each = zip(pages, painted.sheets, structure.links, strict=True)
    for key, (number, sheet, links) in enumerate(each):
        content = objects.add_stream(sheet.content)
        annotations = f"/Annots{array(map(ref, links))}" if links else ""
        objects.put(
            number,
            f"<</Type/Page/Parent {ref(tree)}/MediaBox[0 0 {real(sheet.width)} "
            f"{real(sheet.height)}]/Resources<</Font {fonts}>>/Contents {ref(content)}"
            f"/StructParents {key}/Tabs/S{annotations}>>",
        )
    objects.put(tree, f"<</Type/Pages/Kids{array(map(ref, pages))}/Count {len(pages)}>>")
    return tree
