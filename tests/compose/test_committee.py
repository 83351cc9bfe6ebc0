"""A committee paper: its covering report from officers' words, and the numbers of paragraphs."""

from __future__ import annotations

from reportgen.compose import compose
from reportgen.compose.committee import number_paragraphs
from reportgen.document import Bullets, Callout, Document, Heading, Item, PageBreak, Paragraph, Text
from tests.invented import chapter, facts, prose, report
from tests.reading import headings, words

FRONT = {
    "front_sheet": {
        "Executive summary": prose("Results were strong.", "Two groups need help."),
        "Recommendations": prose("To note the report."),
        "Legal implications": (),
    }
}


def said(text: str) -> Paragraph:
    return Paragraph((Text(text),), text)


def paper(profile: str = "committee", **content: object) -> Document:
    home = chapter("Home", said("At home."), said("And away."))
    return compose(report(facts(), home, profile=profile, **content))


def numbered(document: Document) -> list[str]:
    return [
        f"{block.number} {words(block)}" if isinstance(block, Paragraph) else words(block)
        for block in document.blocks
        if isinstance(block, Heading | Paragraph) and block.number
    ]


def test_the_covering_report_comes_first_with_the_report_as_its_appendix() -> None:
    document = paper(words=FRONT)

    assert numbered(document) == [
        "1. Executive summary",
        "1.1 Results were strong.",
        "1.2 Two groups need help.",
        "2. Recommendations",
        "2.1 To note the report.",
        "A1. Home",
        "A1.1 At home.",
        "A1.2 And away.",
    ]
    assert headings(document)[0] == "Covering report"
    assert f"Appendix A: {document.title}" in headings(document)


def test_passages_keep_the_order_of_the_file_and_empty_ones_are_left_out() -> None:
    turned = {"front_sheet": dict(reversed(FRONT["front_sheet"].items()))}

    assert headings(paper(words=turned))[1:3] == ["1. Recommendations", "2. Executive summary"]


def test_the_covering_report_runs_on_under_the_front_sheet() -> None:
    blocks = paper(words=FRONT).blocks
    breaks = [n for n, block in enumerate(blocks) if isinstance(block, PageBreak)]

    assert words(blocks[1]) == "Covering report"
    assert words(blocks[breaks[0] + 1]).startswith("Appendix A")


def test_without_words_for_it_the_chapters_are_the_paper() -> None:
    assert numbered(paper()) == ["1. Home", "1.1 At home.", "1.2 And away."]


def test_a_report_that_stands_alone_has_no_covering_report_and_no_numbered_paragraphs() -> None:
    document = paper("standalone", words=FRONT)

    assert numbered(document) == ["1 Home"]
    assert document.profile == "standalone"


def test_lists_callouts_and_small_print_are_not_counted() -> None:
    blocks = [
        Heading(1, (Text("One"),), "one", "1."),
        said("first"),
        Bullets((Item((Text("a point"),)),), "list"),
        Callout("notice", (said("notice"),), "callout"),
        Paragraph((Text("small"),), "small", "small"),
        Heading(2, (Text("Below"),), "below"),
        said("second"),
        Heading(1, (Text("Not counted"),), "other"),
        said("no number"),
    ]
    counted = [b.number for b in number_paragraphs(blocks) if isinstance(b, Paragraph)]

    assert counted == ["1.1", "", "1.2", ""]
