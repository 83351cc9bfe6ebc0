"""Turn a document into a Word draft that people edit, and that a later build can read back."""

from __future__ import annotations

from reportgen.formats.word.write import write_word

__all__ = ["write_word"]
