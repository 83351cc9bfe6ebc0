"""Turn a document into a Word draft that people edit, and that a later build can read back."""

from __future__ import annotations

from reportgen.formats.word.baseline import read_baseline, read_build
from reportgen.formats.word.council import Template
from reportgen.formats.word.write import Draft, build_id, write_word

__all__ = ["Draft", "Template", "build_id", "read_baseline", "read_build", "write_word"]
