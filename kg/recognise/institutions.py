"""Institutions: universities, schools, hospitals, institutes, associations, media, laboratories, exchanges, platforms.

A name ends in its class word (…大学, …协会, …研究院) and begins with its place or its proper part; generic plurals
(各高校, 科研院所, 多家医院) are none.
"""

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

_NOT_INSTITUTION = re.compile(
    r"(?:管理|工作|监察|常务|建设|改革|代表大会|健康|监督管理|审计|村民|居民|业主|组织|组|评审|编辑|董事|监事)委员会$|管委会$|"
    r"^[\u4e00-\u9fff]{0,2}(?:高等|高职|中等|职业|医疗|科研)[院学]校$|国家区域医疗中心$|型医院$|平安医院$|大医院$|(?:普通|高中)学校$|[一二三两几多\d]个|届[一二三四五六七]中$|副中心$|中小学$|"
    r"(?:司法|全国|行政|军政|中央)委员会$"
)
_NOT_AFTER = {
    "大学": re.compile(r"生|城|科技园|毕业"),
    "中学": re.compile(r"生"),
    "小学": re.compile(r"生"),
    "高中": re.compile(r"生|阶段"),
    "初中": re.compile(r"生|阶段"),
    "学会": re.compile(r"了"),
    "平台": re.compile(r"企业|经济|化"),
    "联盟": re.compile(r"党"),
    "日报": re.compile(r"表|送|告"),
    "学院": re.compile(r"派|路"),
    "理事会": re.compile(r"[^，。、]{0,4}会议"),
    "委员会": re.compile(r"[^，。、]{0,2}会议"),
}


_MEDIA = re.compile(
    r"《[^《》]{0,10}(?:日报|时报|晚报|早报|晨报|邮报|快报|周报|周刊|新闻报|卫报|导报|先驱报|论坛报)》(?!的?[^，。]{0,6}(?:版面|一版))"
)
"""A paper by its title: 据英国《…时报》报道. Books and films end otherwise."""


def find(article: Article, found: Sequence[Mention]) -> list[Mention]:
    """The institutions that `article` names; `found` holds its places and organs."""
    text = article.text
    p = pieces(text)
    places = {end: place.start for end, place in organ_prefix.by_end(found).items()}
    organs = [(m.start, m.end) for m in found if m.type == "Government"]
    spans: dict[tuple[int, int], tuple[str | None, float, str]] = {}
    for start, end, full in _known(text, p):
        spans[start, end] = (full, 0.95, "institutions.known")
    for match in _MEDIA.finditer(text):
        spans.setdefault(match.span(), (None, 0.85, "institutions.media"))
    for start, end, sure in _by_head(text, p, places):
        if not any(s <= start and end <= e for s, e in organs):
            start = organ_prefix.after_province(found, start)
            spans.setdefault((start, end), (None, sure, "institutions.head"))
    outer = [a for a in spans if not any(b != a and b[0] <= a[0] and a[1] <= b[1] for b in spans)]
    return [
        Mention(
            article=article.id, start=start, end=end, type="Institution", surface=article.printed[start:end],
            confidence=spans[start, end][1], by=spans[start, end][2], name=spans[start, end][0],
        )
        for start, end in sorted(outer)
    ]  # fmt: skip


def _known(text: str, p: Pieces) -> Iterator[tuple[int, int, str]]:
    full = _full_names()
    for start, end, form in _known_matcher().find(text):
        if (p.boundary(start) and p.boundary(end)) or len(form) > 4:
            yield start, end, full[form]


def _by_head(text: str, p: Pieces, places: Mapping[int, int]) -> Iterator[tuple[int, int, float]]:
    strength = _heads()
    for head, end, word in _head_matcher().find(text):
        stop = _NOT_AFTER.get(word)
        if (stop and stop.match(text, end)) or not (p.boundary(end) or len(word) > 2):
            continue
        start = extent.begin(text, p, head, places)
        if strength[word] != "strong" and start not in places.values() and extent.counted(text, start):
            continue
        start = extent.trim(p, start, head)
        if _NOT_INSTITUTION.search(text[start:end]) or not extent.proper(
            p, start, head, strength[word], placed=start in places.values()
        ):
            continue
        yield start, end, 0.9 if start in places.values() or strength[word] == "strong" else 0.75


@cache
def _heads() -> dict[str, str]:
    return {row[0]: row[1] for row in lexicon.rows("institution_heads")}


@cache
def _head_matcher() -> Matcher:
    return Matcher(_heads())


@cache
def _full_names() -> dict[str, str]:
    return {
        form: row[0]
        for row in lexicon.rows("institutions_known")
        for form in (row[0], *(row[1].split("|") if len(row) > 1 and row[1] else ()))
    }


@cache
def _known_matcher() -> Matcher:
    return Matcher(_full_names())
