"""Quoted speech: where it stands, who says it, and for which organisation they speak."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from kg.extract.coded import ORGANISATION, Coded, Node

SAYS = r"(?:说|表示|介绍|告诉|坦言|认为|透露|称|指出|感慨|解释|强调)"
EXECUTIVE = re.compile("经理|董事|总监|厂长|主管|工程师|总裁|负责人|理事长|技术员")
_SPEECH = re.compile(r"“[^“”]*”")
_AFTER = re.compile(rf"[^。！？“”\n]{{0,60}}?{SAYS}")
_BEFORE = re.compile(rf"[^。！？“”\n]{{0,60}}?{SAYS}[^。！？“”，：\n]{{0,8}}[：，]$")


class Quote(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of quoted speech in `code`, with who says it and for which organisation they speak."""

    start: int
    end: int
    person: str | None
    voice: tuple[Node, ...]
    executive: bool
    """Whether an executive of a company not named again speaks (副总经理…说): the company in focus."""


def quotes(coded: Coded) -> Iterator[Quote]:
    """Quotations long enough to be speech whose speaker the text names right after or right before them."""
    code = coded.code
    for hit in _SPEECH.finditer(code):
        if hit.end() - hit.start() < 10 or not re.search("[，。！？…]", hit.group()):
            continue
        after = _AFTER.match(code, hit.end())
        before = code[max(0, hit.start() - 60) : hit.start()]
        start = max((before.rfind(stop) for stop in "。！？”\n"), default=-1) + 1
        if _BEFORE.search(before[start:]):
            low, high = hit.start() - len(before) + start, hit.start()
        elif after is not None:
            low, high = hit.end(), after.end()
        else:
            continue
        people = coded.between(low, high, ("Person",))
        person = people[0] if people else None
        voice = coded.between(low, person.at if person else high, ORGANISATION)
        yield Quote(
            start=hit.start(), end=hit.end(), person=person.entities[0] if person else None,
            voice=(voice[-1],) if voice else _office(coded, person),
            executive=bool(EXECUTIVE.search(code, low, person.at if person else high)),
        )  # fmt: skip


def _office(coded: Coded, person: Node | None) -> tuple[Node, ...]:
    """The organisation named right before a person where the text introduces them."""
    if person is None:
        return ()
    for node in coded.between(0, len(coded.code), ("Person",)):
        if node.entities == person.entities:
            named = coded.between(coded.clause(node.at), node.at, ORGANISATION)
            if named and node.at - named[-1].at < 16:
                return (named[-1],)
    return ()
