"""Write template.docx beside this file from theme.toml: `python assets/make_template.py`."""

from pathlib import Path

from reportgen.formats.word.template import make_template
from reportgen.theme import read_theme

if __name__ == "__main__":
    folder = Path(__file__).parent
    (folder / "template.docx").write_bytes(make_template(read_theme(folder / "theme.toml")))
