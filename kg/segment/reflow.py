"""Lines of a page → flowing text with an offset for each character."""

from __future__ import annotations

import re

import msgspec

from kg.model.page import Span
from kg.text.normalise import unify

_ENDS = re.compile(r"[。！？…]+[”’」』）)]*|\n")


class Flow(msgspec.Struct, frozen=True, kw_only=True):
    """Reflowed text; the fields are those of `Article`."""

    text: str
    printed: str
    offsets: tuple[int, ...]
    breaks: tuple[int, ...]
    sentences: tuple[Span, ...]


def flow(page: str, spans: tuple[Span, ...]) -> Flow:
    """Join the wrapped lines of `page` within `spans` (page offsets, in reading order)."""
    chars: list[str] = []
    offsets: list[int] = []
    breaks: list[int] = []
    for start, end in spans:
        if offsets:
            breaks.append(len(offsets))
        for i in range(start, end):
            ch = page[i]
            if not ch.isspace():
                chars.append(ch)
                offsets.append(i)
    printed = "".join(chars)
    return Flow(
        text=unify(printed), printed=printed, offsets=tuple(offsets), breaks=tuple(breaks), sentences=sentences(printed)
    )


def sentences(text: str) -> tuple[Span, ...]:
    """Spans of the sentences of `text`: cut after 。！？… with the quotation marks that close there, at newlines."""
    spans: list[Span] = []
    start = 0
    for match in _ENDS.finditer(text):
        if text[start : match.end()].strip():
            spans.append((start, match.end()))
        start = match.end()
    if text[start:].strip():
        spans.append((start, len(text)))
    return tuple(spans)
