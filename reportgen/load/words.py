"""Turn what officers write, in CommonMark, into prose with live numbers.

Passages stand under level-2 headings. What the formats cannot hold (tables, pictures, HTML, code)
is refused with its line, never dropped.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from reportgen.content import Prose
from reportgen.errors import DataError, Problem
from reportgen.facts import Facts
from reportgen.load.files import SAVE_WORDS, as_text, read_file
from reportgen.load.markdown import Markdown, Resolve, slug, tokens_of
from reportgen.load.sheet import name_in
from reportgen.mention import check_mention, read_mention

Passages = Mapping[str, Mapping[str, Prose]]


def read_words(folder: Path, root: Path, facts: Facts) -> Passages:
    """Return the passages of every words file by chapter and heading; empty without a folder.

    Places name files within `root`. Raises `DataError` with everything that cannot be read.
    """
    return _read(folder, root, lambda text, place: read_mention(text, facts, place))


def check_words(folder: Path, root: Path, facts: Facts) -> Passages:
    """Return the passages with their numbers as written, for when the figures could not be read.

    Raises `DataError` with everything but the numbers that the figures might have held.
    """
    return _read(folder, root, lambda text, place: check_mention(text, facts, place))


def words_files(folder: Path) -> tuple[Path, ...]:
    """Return the words files in a folder, without what editors leave beside an open one."""
    return tuple(sorted(p for p in folder.glob("*.md") if not p.name.startswith((".", "~$"))))


def _read(folder: Path, root: Path, resolve: Resolve) -> Passages:
    words: dict[str, Mapping[str, Prose]] = {}
    problems: list[Problem] = []
    for path in words_files(folder):
        file = name_in(path, root)
        try:
            text = as_text(read_file(path, file) or b"", file, SAVE_WORDS)
        except DataError as error:
            problems += error.problems
            continue
        passages, wrong = read_passages(text, path.stem, Markdown(file, resolve, []))
        words[path.stem] = passages
        problems += wrong
    if problems:
        raise DataError(problems)
    return words


def read_passages(
    text: str, chapter: str, markdown: Markdown
) -> tuple[Mapping[str, Prose], list[Problem]]:
    """Return the passages of one file by heading, and what is wrong with it."""
    passages: dict[str, Prose] = {}
    title = ""
    for tokens in tokens_of(text):
        first = tokens[0]
        if first.type == "heading_open" and first.tag == "h2":
            title = tokens[1].content.strip()
            if title.casefold() in map(str.casefold, passages):
                markdown.wrong(first, f"two passages are headed “{title}”", "join them under one")
            passages.setdefault(title, ())
        elif not title:
            what = "words stand before the first heading of a passage"
            markdown.wrong(first, what, "put a heading such as “## Notes” above them")
            continue
        else:
            passages[title] += markdown.blocks(tokens, f"words.{chapter}.{slug(title)}")
    return passages, markdown.problems
