"""Honours over a list told apart from them: 省里公布X名单，我县14家企业上榜。上榜企业有A、B；C、D.

The sentence with the honour counts firms, the next ones name them: each firm has the honour and lies where they were
counted; the division that counts them has neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from kg.extract.coded import ANY, SIGN, Node
from kg.extract.discourse import Discourse
from kg.extract.relations.draft import Draft
from kg.extract.relations.triggers import TRADES, pairs

_FIRM, _PLACE = SIGN["Company"], SIGN["Place"]
_TOLD = re.compile(r"名单|上榜|入选|获评|入围|认定|获批|获奖|荣获|评选|公示|命名|授予")
_COUNTED = re.compile(
    rf"(?P<place>{_PLACE})[^，。；：{ANY}]{{0,6}}?[\d两三四五六七八九十]+[余多]?[家个户][^，。；：]{{0,6}}?(?:企业|公司|单位)"
)
_VERB = r"(?:上榜|入选|获评|入围|获奖|获批|获得?认定|新认定|被认定|入库|获选|登榜|受表彰|当选|获颁)"
_OPENS = re.compile(
    rf"(?:此次|本次|这次|今年|[{_PLACE}])*(?:{_VERB}的?[^，。；：{ANY}]{{0,8}}(?:企业|公司|单位|品牌|名单)|(?:这|以上|上述)[^，。；：]{{0,6}}[家个户]企业|"
    rf"[^，。；：]{{0,4}}名单[中上里]|具体名单|企业名单|(?:它们|他们)?分别[是为]|其中(?:包括|有|既有)|(?:其中，)?[^，。；：{ANY}]{{0,6}}?入选的?[是有为])"
)
_ROW = re.compile(rf"[\d.、，．\s（）()\-—①-⑳]*{_FIRM}(?:[、，；\s\d.．]+{_FIRM})*[。；]?\s*")
_BEFORE = re.compile(rf"(?:^|[、：；，有是为和及与括\s\d.．的）{_PLACE}])[“‘]?$")
_BEHIND = re.compile(r"[”’]?(?:[、；，。和及与（\s]|等|$)")
_FAR = 3
"""Sentences that a list may stand behind the one that tells of the honour."""


class Told(msgspec.Struct, frozen=True):
    """An honour whose holders are still to be named, with the division that counts them."""

    honor: Node
    place: Node | None
    sentence: int


def drafts(discourse: Discourse) -> Iterator[Draft]:
    """The honour, and the place, for each firm of a list that stands in a sentence of its own."""
    told: Told | None = None
    for number, (low, high) in enumerate(discourse.sentences):
        honors = discourse.between(low, high, ("Honor",))
        if told is not None and not honors and _lists(discourse, told, number, low, high):
            yield from _held(discourse, told, low, high)
            told = Told(told.honor, told.place, number)
        told = _told(discourse, number, low, high, honors) or told


def _told(discourse: Discourse, number: int, low: int, high: int, honors: list[Node]) -> Told | None:
    if len({n.entities for n in honors}) != 1 or not _TOLD.search(discourse.code, low, high):
        return None
    counted = _COUNTED.search(discourse.code, low, high)
    place = discourse.between(*counted.span("place"))[0] if counted else None
    return Told(honors[0], place, number)


def _lists(discourse: Discourse, told: Told, number: int, low: int, high: int) -> bool:
    near = number - told.sentence <= _FAR
    return near and bool(_OPENS.match(discourse.code, low) or _ROW.fullmatch(discourse.code, low, high))


def _listed(discourse: Discourse, node: Node, low: int) -> bool:
    """Whether a firm is an item: alone between marks, or the one that a part behind ： or ； begins with."""
    before = discourse.code[low : node.at][-4:]
    return before[-1:] in ("：", "；") or bool(_BEFORE.search(before) and _BEHIND.match(discourse.code, node.at + 1))


def _held(discourse: Discourse, told: Told, low: int, high: int) -> Iterator[Draft]:
    for node in discourse.between(low, high, ("Company", *TRADES)):
        at = (low, node.at + 1)
        if node.type != "Company":
            if told.place is not None:
                yield from pairs(node, "locatedIn", told.place, at, "relations.roster.trade", 0.8)
        elif _listed(discourse, node, low):
            yield from pairs(node, "awarded", told.honor, at, "relations.roster", 0.9)
            if told.place is not None:
                yield from pairs(node, "locatedIn", told.place, at, "relations.roster.place", 0.9)
