"""Does a headline belong to a body: how many of its words recur there."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from kg.segment.units import Unit

_WORD = re.compile(r"[\u3400-\u9fffA-Za-z0-9]+")
_COLUMN = re.compile(
    r"(?:一线|走笔|短讯|简讯|快讯|要闻|目击|专栏|话题|热点|焦点|聚焦|关注|视点|看台|观察|时评|专版|特刊|专刊|周刊|进行时|正当时|风采|"
    r"现场|新春走基层|大家谈|访谈|连线|播报|速递|导读|提要|资讯|集锦)$"
    r"|^(?:聚焦|关注|学习贯彻|深入学习|奋进|喜迎|牢记嘱托)|名专栏|一线|[·|｜]"
)
POINTING = re.compile(r"(?:侧记|特写|见闻|纪实|综述|扫描|速写|掠影|访谈|专访)$|[（(]?(?:详?见|下转|转)第?.{1,3}版")
_WEAK = 0.1
_TELLING = 14
"""A headline of this many pairs of characters, none of which recurs, is not the body's."""


class Relevance:
    """Pairs of characters of every headline of a page and where they recur; the rarer on the page the heavier."""

    def __init__(self, units: Sequence[Unit]) -> None:
        places: dict[str, list[int]] = defaultdict(list)
        heads: dict[int, list[str]] = {}
        wanted: set[str] = set()
        for i, unit in enumerate(units):
            if unit.kind == "head":
                heads[i] = sorted(_pairs(unit.text))
                wanted.update(heads[i])
        for i, unit in enumerate(units):
            if unit.kind == "body":
                for pair in _pairs(unit.text) & wanted:
                    places[pair].append(i)
        self._heads = {
            i: [(at, 1.0 / (1 + len(at)) ** 0.5 if at else 0.7) for at in (places.get(pair, []) for pair in pairs)]
            for i, pairs in heads.items()
        }
        self.pointing = {i for i in heads if POINTING.search(units[i].text)}
        """Headlines that read as if their article stood on another page (…侧记)."""
        self._columns = {i for i in heads if _COLUMN.search(units[i].text)}

    def of(self, head: int, first: int, stop: int) -> float:
        """Between 0 and 1: the weighted share of the head's words that occur in units first … stop - 1."""
        found = total = 0.0
        for places, weight in self._heads[head]:
            total += weight
            at = bisect_left(places, first)
            if at < len(places) and places[at] < stop:
                found += weight
        return found / total if total else 0.0

    def gain(self, heads: Sequence[int], first: int, stop: int) -> float:
        """How well the heads do as the title of a body: the best of them counts most, each further one a little."""
        shares = [min(1.0, 2.0 * self.of(head, first, stop)) for head in heads]
        best = max(shares)
        columns = sum(
            2.2 if share < 0.6 else 1.2 for head, share in zip(heads, shares, strict=True) if head in self._columns
        )
        if best < _WEAK:
            telling = any(head in self.pointing and len(self._heads[head]) >= _TELLING for head in heads)
            return (-2.5 if telling else -0.8) - columns
        return 4.0 * best + sum(1.2 * (share - 0.4) for share in shares) - 1.2 * (best - 0.4) - columns

    def near(self, heads: Sequence[int], first: int, stop: int) -> float:
        """The best relevance of the heads for the bodies just before `first` and just after `stop`."""
        sides = ((max(0, first - 12), first), (stop, stop + 12))
        return max((self.of(head, *side) for head in heads for side in sides), default=0.0)


def _pairs(text: str) -> set[str]:
    return {word[i : i + 2] for word in _WORD.findall(text) for i in range(max(1, len(word) - 1))}
