"""One statement over a whole enumeration: 在X，…：A…；B…；C…, or 例如，A…；B… after a sentence on a class."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.coded import SIGN, Node
from kg.extract.discourse import Discourse
from kg.extract.relations.draft import Draft
from kg.extract.relations.triggers import TRADES, pairs, trade_before

_PLACE, _HONOR = SIGN["Place"], SIGN["Honor"]
_FRAME = re.compile(rf"(?:^|(?<=[。！？”\n]))在{_PLACE}+，([^。！？\n：]*)：")
_KIND = re.compile(rf"{_PLACE}的?(?:龙头|骨干|重点|本土)?(?:企业|公司)[^，。；：]{{0,6}}：")
_SCENE = re.compile(rf"(?:来到|走进|转到|转向|走访|投向|再看|先看|聚焦)了?{_PLACE}{{1,3}}[。：]")
_LABEL = re.compile(rf"(?:^|\n)[●■◆▲★◎○◇]\s*(?P<place>{_PLACE})[\s：:]")
_EXAMPLE = re.compile(r"(?:例如|比如|譬如|诸如)，?")
_DATE = re.compile(r"(?:[\d月日年前后上下午近初底，]|目前|近日|日前|在|位于)*")
_LEADING = re.compile(r"龙头|链主|领军|骨干")
_ITEM = re.compile(r"[；：]")


def drafts(discourse: Discourse) -> Iterator[Draft]:
    """What each frame of the article says of each thing that it lists."""
    for hit in _FRAME.finditer(discourse.code):
        yield from _place(discourse, hit)
    for hit in _KIND.finditer(discourse.code):
        place = discourse.between(hit.start(), hit.start() + 1)[0]
        for node in _items(discourse, hit.end(), discourse.sentence(hit.start())[1]):
            yield from pairs(node, "locatedIn", place, (place.at, node.at + 1), "relations.frame.kind", 0.92)
    for hit in (*_SCENE.finditer(discourse.code), *_LABEL.finditer(discourse.code)):
        yield from _told_there(discourse, hit)
    for hit in _EXAMPLE.finditer(discourse.code):
        yield from _examples(discourse, hit)


def _told_there(discourse: Discourse, hit: re.Match[str]) -> Iterator[Draft]:
    """镜头转到X县。A公司…: the firm or town that the sentence behind a scene begins with lies there."""
    place = discourse.between(*hit.span(), ("Place",))[-1]
    first = discourse.between(hit.end(), discourse.sentence(hit.end())[1])
    if first and first[0].type in ("Company", "Place") and _DATE.fullmatch(discourse.code, hit.end(), first[0].at):
        for node in discourse.run(first[0], discourse.sentence(hit.end())[1]):
            yield from pairs(node, "locatedIn", place, (place.at, node.at + 1), "relations.frame.scene", 0.86)


def _items(discourse: Discourse, start: int, end: int) -> Iterator[Node]:
    """The company that begins each part between ； of `code[start:end]`."""
    stops = [start, *(hit.end() for hit in _ITEM.finditer(discourse.code, start, end))]
    for low in stops:
        first = discourse.between(low, low + 2)
        if first and first[0].type == "Company" and first[0].at - low <= 1:
            yield from discourse.run(first[0], end)


def _place(discourse: Discourse, hit: re.Match[str]) -> Iterator[Draft]:
    place = discourse.between(hit.start(), hit.start(1), ("Place",))[-1]
    end = discourse.sentence(hit.end() - 1)[1]
    leads = bool(_LEADING.search(hit.group(1)))
    told = discourse.between(hit.start(1), hit.end(1), TRADES)
    trade = told[0] if told else trade_before(discourse, hit.start()) if leads else None
    if told:
        yield from pairs(told[0], "locatedIn", place, (place.at, told[0].at + 1), "relations.frame.place", 0.9)
    for node in _items(discourse, hit.end(), end):
        at = (place.at, node.at + 1)
        yield from pairs(node, "locatedIn", place, at, "relations.frame.place", 0.93)
        if trade is not None:
            predicate, sure = "leads" if leads else "memberOf", 0.88 if told else 0.75
            yield from pairs(node, predicate, trade, at, "relations.frame.member", sure)


def _examples(discourse: Discourse, hit: re.Match[str]) -> Iterator[Draft]:
    """例如 after X市瞪羚企业…: each example has the honour and lies in the place."""
    low, end = discourse.sentence(hit.start())
    before = discourse.before(hit.start())
    if before is None or hit.start() != low:
        return
    honors = discourse.between(*before, ("Honor",))
    if len({n.entities for n in honors}) != 1:
        return
    places = discourse.between(before[0], honors[0].at, ("Place",))
    for node in _items(discourse, hit.end(), end):
        yield from pairs(node, "awarded", honors[0], (low, node.at + 1), "relations.frame.example", 0.88)
        if places and places[-1].at >= honors[0].at - 2:
            yield from pairs(node, "locatedIn", places[-1], (low, node.at + 1), "relations.frame.example", 0.88)
