"""Parks: industrial parks, bases, demonstration zones, ports, plants, sights and other facilities with a name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from kg.model.mention import Mention
from kg.model.page import Article
from kg.recognise import extent, organ_prefix
from kg.text import lexicon
from kg.text.matcher import Matcher
from kg.text.pieces import Pieces, pieces

_NOT_AFTER = {
    "港": re.compile(r"[口澳台元珠股资币商人交湾]|航|公园|新城|国际|小镇"),
    "空港": re.compile(r"新城|国际|小镇|产业"),
    "机场": re.compile(r"集团|公司"),
    "园区": re.compile(r"企业|服务站|内的"),
    "电站": re.compile(r"公司"),
    "大桥": re.compile(r"镇|乡|村|街道"),
    "基地": re.compile(r"型"),
    "水库": re.compile(r"移民"),
    "小镇": re.compile(r"建设"),
}
_NOT_PARK = re.compile(
    r"^(?:全国|国家(?!（)|世界|全球|首|东北首|第.批|一[座个家]|[百千万\d]|最|数)|[\d一二三四五]A级|[万千百]个|^[座个家批]|"
    r"(?:国家级|省级|市级)[\u4e00-\u9fff]{0,6}(?:示范区|试验区|基地)$|[进出入到离治爱祸卖乱来赴访抵返在留驻涉援惠]港$|^香港$|"
    r"^[\u4e00-\u9fff]{0,2}(?:工业|产业|科技|物流|智慧|绿色|特色|经济|开发)园区$|"
    r"^[\u4e00-\u9fff]{0,2}(?:无人|智能|数字|超级|世界|黑灯|灯塔|低碳|智慧|绿色)工厂$|(?:运营|充|变|换|发)电站$|^(?:高质量|高标准|高水平|目标|落地)|^[\u4e00-\u9fff]?家庭农场$"
)
_SIGHT = ("公园", "国宾馆", "广场", "大厦", "景区", "会议中心", "故居", "港区", "旧址", "车站", "水库")
"""Sights whose city or zone before them tells where they are and is no part of the name (北京|奥林匹克公园)."""


def find(article: Article, found: Sequence[Mention]) -> list[Mention]:
    """The parks and facilities that `article` names; `found` holds its places, organs and institutions."""
    text = article.text
    p = pieces(text)
    places = {end: place.start for end, place in organ_prefix.by_end(found).items()}
    taken = [(m.start, m.end) for m in found if m.type in ("Government", "Institution") or m.level in ("zone", "town")]
    spans: dict[tuple[int, int], float] = {}
    for start, end, sure in _by_head(text, p, places):
        if not any(s <= start and end <= e for s, e in taken):
            spans[organ_prefix.after_province(found, start), end] = sure
    outer = [a for a in spans if not any(b != a and b[0] <= a[0] and a[1] <= b[1] for b in spans)]
    return [
        Mention(
            article=article.id, start=start, end=end, type="Park", surface=article.printed[start:end],
            confidence=spans[start, end], by="parks.head",
        )
        for start, end in sorted(outer)
    ]  # fmt: skip


def _by_head(text: str, p: Pieces, places: Mapping[int, int]) -> Iterator[tuple[int, int, float]]:
    strength = _heads()
    for head, end, word in _matcher().find(text):
        stop = _NOT_AFTER.get(word)
        if (stop and stop.match(text, end)) or (len(word) < 3 and not p.boundary(end)):
            continue
        if strength[word] == "alone":
            yield head, end, 0.9
            continue
        if len(word) == 1 and not _alone(p, head, end):
            continue
        start = extent.begin(text, p, head, places)
        if strength[word] != "strong" and start not in places.values() and extent.counted(text, start):
            continue
        start = extent.trim(p, start, head)
        placed = start in places.values()
        if word.endswith(_SIGHT):
            start = _without_place(text, p, start, head, places)
        if _NOT_PARK.search(text[start:end]) or not extent.proper(p, start, head, strength[word], placed=placed):
            continue
        yield start, end, 0.9 if placed or strength[word] == "strong" else 0.7


def _without_place(text: str, p: Pieces, start: int, head: int, places: Mapping[int, int]) -> int:
    """Start of the proper part of a sight's name, where one stands between its place and its class word."""
    bare = max((at for at in places if start < at < head), default=start)
    if bare == start:
        bare = next((start + n for n in (2, 3) if extent.is_place(text[start : start + n])), start)
    return bare if bare < head and extent.proper(p, bare, head, "strong", placed=False) else start


def _alone(p: Pieces, head: int, end: int) -> bool:
    """港 and 闸 as the last word or the last character of one (连云|港, 青岛港)."""
    return p.boundary(head) or len(p.before(end)[1]) > 2


@cache
def _heads() -> dict[str, str]:
    return {row[0]: row[1] for row in lexicon.rows("park_heads")}


@cache
def _matcher() -> Matcher:
    return Matcher(_heads())
