"""Industry clusters and chains: named ones (新材料产业集群), and each item of a list before a shared tail."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from kg.model.mention import Mention, Type
from kg.model.page import Article
from kg.recognise.reading import Reading, places_by_end, read
from kg.recognise.sector import Phrase, content, listed, peel, phrase, processes, sectors
from kg.text.matcher import Matcher

_HEAD = re.compile(r"产业集群|(?<!产业)集群|全产业链条?|产业链条?")
_NO_HEAD = re.compile(r"化|式|作战|效应")
_GEO = re.compile(
    r"(?:长三角|珠三角|京津冀|粤港澳|大湾区|成渝|苏浙|沿江|沿海|长江经济带|地区|区域|三省一市|川渝|中部|东部|西部|海峡)+"
)
_NO_BRANCH = re.compile(
    r"^(?:创新|科技|品牌|城市|机场|人才|企业|项目|数据中心|算力|计算|卫星|港口|服务器|智算|基地|星座|物种|岛屿|湖泊|遗址|"
    r"建筑|博物馆|场馆|世界|数据|景区|高校|大学|学校|医院|媒体|传播|用户|病例|疫情|工业)+$|革命|社会|思想|干部|党员|服务|问题"
)
_ODD = re.compile(r"链|企业|集团|[几两一二三四五六七八九十0-9]大|视野|中心|角度|龙头")
_SHORTEST = 2
_ALONE = re.compile(r"(?:链|圈|群|区域|全球|国际|国内|环节)$")


class _Hit(NamedTuple):
    start: int
    end: int
    type: Type
    name: str
    confidence: float
    rule: str


def find(article: Article, found: Sequence[Mention]) -> list[Mention]:
    """Every Cluster and Chain of the article; an item of a list carries the full name (有色金属 → 有色金属产业集群)."""
    if "集群" not in article.text and "产业链" not in article.text:
        return []
    reading, places = read(article.text), places_by_end(found)
    hits = {(hit.start, hit.end): hit for head in _HEAD.finditer(article.text) for hit in _hits(reading, head, places)}
    return [
        Mention(
            article=article.id, start=hit.start, end=hit.end, type=hit.type,
            surface=article.printed[hit.start : hit.end], confidence=hit.confidence, by=f"clusters.{hit.rule}",
            name=hit.name if hit.name != article.printed[hit.start : hit.end] else None,
        )
        for _, hit in sorted(hits.items())
    ]  # fmt: skip


def _hits(reading: Reading, head: re.Match[str], places: Mapping[int, int]) -> Iterator[_Hit]:
    text, word = reading.text, head.group()
    if _NO_HEAD.match(text, head.end()):
        return
    kind: Type = "Cluster" if "集群" in word else "Chain"
    tail = "产业集群" if kind == "Cluster" else "产业链"
    start = _tail(text, head.start(), word)
    if text.endswith("等", 0, start):
        yield from _items(listed(reading, start - 1, places), text, kind, tail)
        return
    counted = any(char in "0123456789一二三四五六七八九十两" for char in text[start : head.start()])
    if start < head.start() and (counted or text[start : head.start()] not in sectors()):
        items = listed(reading, start, places)
        if counted and len(items) > 1:
            yield from _items(items, text, kind, tail)
        elif not counted and items and _names(_bare(text, items[0], places), word):
            yield _Hit(items[0].start, head.end(), kind, text[items[0].start : head.end()], 0.8, "modified")
            yield from _items(items[1:], text, kind, tail)
        return
    name = phrase(reading, head.start(), places)
    if name is None or not _names(_bare(text, name, places), word):
        return
    yield _Hit(name.start, head.end(), kind, text[name.start : head.end()], 0.9, "named")
    if text.endswith("、", 0, name.start):
        yield from _items(listed(reading, name.start - 1, places), text, kind, tail, 0.7)


def _tail(text: str, head: int, word: str) -> int:
    """Start of the tail before a head: its modifiers and counts, and 先进制造业 before a bare 集群."""
    start = peel(text, head)
    for generic in ("先进制造业", "制造业", "先进制造"):
        if word == "集群" and text.endswith(generic, 0, head):
            start = peel(text, head - len(generic))
    return start


def _items(items: Sequence[Phrase], text: str, kind: Type, tail: str, confidence: float = 0.8) -> Iterator[_Hit]:
    for item in items:
        bare = text[item.start : item.end]
        if content(bare) and _names(bare, tail):
            yield _Hit(item.start, item.end, kind, bare + tail, confidence, "listed")


@cache
def _branches() -> Matcher:
    return Matcher(word for word in sectors() if len(word) > _SHORTEST)


def _bare(text: str, name: Phrase, places: Mapping[int, int]) -> str:
    """The phrase without the place that begins it."""
    starts = {start: end for end, start in places.items()}
    position = name.start
    while name.placed and position in starts and starts[position] <= name.end:
        position = starts[position]
    return text[position : name.end]


def _names(bare: str, word: str) -> bool:
    """Whether a phrase says which cluster or chain is meant; a bare 集群 needs a known branch before it."""
    core = content(_GEO.sub("", bare))
    process = core in processes() and core not in sectors()
    if len(core) < _SHORTEST or process or _ODD.search(core) or _NO_BRANCH.search(core) or _ALONE.search(core):
        return False
    return word != "集群" or core in sectors() or bool(_branches().find(core))
