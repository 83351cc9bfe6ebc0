"""Join words into lists and sentences the British way, with numbers kept alive inside them."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.document import Inline, Inlines, Text, plain

Words = str | Inline | Inlines
"""What a sentence is put together from."""

_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def join_words(items: Sequence[str]) -> str:
    """Return a list as a sentence has it: "a", "a and b", "a, b and c" (no comma before "and")."""
    if len(items) < 2:
        return "".join(items)
    return ", ".join(items[:-1]) + " and " + items[-1]


def join(items: Sequence[Words]) -> Inlines:
    """Return a list whose items hold live numbers, joined as `join_words` joins words."""
    parts: list[Words] = []
    for position, item in enumerate(items):
        if position:
            parts.append(" and " if position == len(items) - 1 else ", ")
        parts.append(item)
    return run(*parts)


def run(*parts: Words) -> Inlines:
    """Return inlines of the parts in order; neighbouring words become one `Text`."""
    flat: list[Inline] = []
    for part in parts:
        if isinstance(part, tuple):
            flat += part
        else:
            flat.append(Text(part) if isinstance(part, str) else part)
    merged: list[Inline] = []
    for item in flat:
        last = merged[-1] if merged else None
        if isinstance(item, Text) and isinstance(last, Text):
            merged[-1] = Text(last.text + item.text)
        elif item != Text(""):
            merged.append(item)
    return tuple(merged)


def sentence(*parts: Words) -> Inlines:
    """Return the parts as a sentence: its first letter a capital, a full stop at its end."""
    return run(capital(run(*parts)), ".")


def capital(inlines: Inlines) -> Inlines:
    """Return inlines whose first letter is a capital."""
    if inlines and isinstance(inlines[0], Text):
        return (Text(upper_first(inlines[0].text)), *inlines[1:])
    return inlines


def count_words(inlines: Inlines) -> int:
    """Return how many words a reader sees."""
    return len(plain(inlines).split())


def in_words(number: int) -> str:
    """Return a whole number as prose has it: in letters under ten, in digits from there."""
    return _SMALL[number] if 0 <= number < len(_SMALL) else f"{number:,}"


def lower_first(text: str) -> str:
    """Return a text with its first letter small, unless it begins with an abbreviation."""
    first = text.split(" ", 1)[0][:2]
    return text if first.isupper() and len(first) > 1 else text[:1].lower() + text[1:]


def upper_first(text: str) -> str:
    """Return a text with its first letter large."""
    return text[:1].upper() + text[1:]
