"""Write a document as a PDF that can be read aloud and kept in an archive."""

from reportgen.formats.pdf.archive import Attachment
from reportgen.formats.pdf.figures_used import figures_used
from reportgen.formats.pdf.fingerprint import keeps_fingerprint
from reportgen.formats.pdf.kept import kept_drawings
from reportgen.formats.pdf.write import write_pdf

__all__ = ["Attachment", "figures_used", "keeps_fingerprint", "kept_drawings", "write_pdf"]
