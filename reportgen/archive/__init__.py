"""Keep a finished report for years, with all that it was made from; and say later what changed.

The rule it guards: a single bit changed anywhere, by accident, is noticed.

- An archive is a zip that ends with the SHA-256 of every byte before it. It holds the Word document
  and the PDF, the project they were made from, and a manifest with the SHA-256 of each file and the
  versions of what made them.
- A PDF says its own SHA-256 in its identifier (see `reportgen.formats.pdf.fingerprint`), and has a
  manifest of the files attached to it.
- Whoever changes a file on purpose can also write a fitting SHA-256 into it. Against that stands
  the register, one line for each archive, as far as it is kept where not everyone may write.
"""

from __future__ import annotations

from reportgen.archive.keep import archive
from reportgen.archive.verify import verify

__all__ = ["archive", "verify"]
