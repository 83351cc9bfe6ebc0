"""Bookmarks as a reader of the file unfolds them."""

from __future__ import annotations

import io
from typing import Any

import pikepdf

from reportgen.formats.pdf.bookmarks import add_bookmarks
from reportgen.formats.pdf.file import File
from reportgen.formats.pdf.strips import Entry
from reportgen.formats.pdf.syntax import dictionary, ref


def outline(*entries: Entry) -> pikepdf.Pdf:
    """Return a file that has some bookmarks, each leading to the name of its block."""
    file = File()
    number = add_bookmarks(file, entries, lambda block: f"({block})")
    pages = file.add(dictionary({"Type": "/Pages", "Count": 0, "Kids": "[]"}))
    about = {"Type": "/Catalog", "Pages": ref(pages), "Outlines": ref(number)}
    root = file.add(dictionary(about))
    return pikepdf.open(io.BytesIO(file.written(root, file.add("<< >>"))))


def unfolded(items: Any) -> list[object]:
    return [[item.title, str(item.destination), unfolded(item.children)] for item in items]


def test_each_level_is_inside_the_one_above_even_where_one_is_left_out() -> None:
    levels = [("A", 1), ("B", 2), ("C", 3), ("D", 2), ("E", 1), ("F", 3), ("G", 1)]
    with outline(*(Entry(n, word, word.lower()) for word, n in levels)).open_outline() as found:
        assert unfolded(found.root) == [
            ["A", "a", [["B", "b", [["C", "c", []]]], ["D", "d", []]]],
            ["E", "e", [["F", "f", []]]],
            ["G", "g", []],
        ]


def test_neighbours_know_each_other_and_their_parent() -> None:
    pdf = outline(Entry(1, "A", "a"), Entry(1, "B", "b"))
    root = pdf.Root.Outlines
    first, last = root.First, root.Last
    assert (str(first.Title), str(last.Title)) == ("A", "B")
    assert first.Next.objgen == last.objgen
    assert last.Prev.objgen == first.objgen
    assert first.Parent.objgen == last.Parent.objgen == root.objgen
    assert "/Prev" not in first
    assert "/Next" not in last


def test_chapters_are_open_and_what_is_inside_them_is_not() -> None:
    levels = [("A", 1), ("B", 2), ("C", 3), ("D", 2)]
    pdf = outline(*(Entry(n, word, word) for word, n in levels))
    root = pdf.Root.Outlines
    assert root.Count == 3, "A, B and D show"
    assert root.First.Count == 2
    assert root.First.First.Count == -1, "C does not"


def test_no_headings_give_no_bookmarks() -> None:
    pdf = outline()
    root = pdf.Root.Outlines
    assert "/First" not in root
    assert "/Count" not in root
