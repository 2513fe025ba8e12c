"""Places told by the word they end in: towns and villages that no list has, development zones, rivers, mountains."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from kg.model.mention import Level
from kg.recognise.spots import Spot, by_end, overlaps
from kg.text import gazetteer, lexicon
from kg.text.matcher import Matcher
from kg.text.persons import foreign_runs
from kg.text.pieces import Pieces, is_verb, name_start, stops
from kg.text.words import tag

_SETTLEMENT = re.compile(r"街道(?!办)|街道(?=办事处|办)|社区|嘎查|苏木|[镇乡]|村(?!社区)")
_ZONES = (
    *(f"{kind}开发区" for kind in ("", "经济技术", "高新技术产业", "高新技术", "经济", "高技术产业", "工业", "产业")),
    "旅游开发区", "综合开发区",
    *(f"{kind}度假区" for kind in ("", "旅游", "生态旅游", "国家级旅游", "省级旅游")),
    "农业高新技术产业示范区", "高新区", "经开区", "经济区", "高铁新区", "新区",
)  # fmt: skip
_ABROAD: Mapping[str, Level] = {"省": "province", "州": "province", "邦": "province", "市": "city"}
_ALL = frozenset("全各本外内多几两")
_COMPASS = ("北", "南", "东", "西", "上", "下", "中")
_GEO = re.compile(r"[河湖江山岛渠峡](?![南北东西]省)|运河|胡同|毗邻地区|古城(?!区)|海峡")
_NOT_AFTER_VILLAGE = frozenset("民庄口级域落史居容貌寨医镇")
_NOT_AFTER_TOWN = frozenset("村镇亲土情愁音贤里政流痛静压守定江域级街办长")
_RIVER_AFTER = re.compile(
    r"流域|沿岸|沿线|两岸|[南北东西]岸|岸|畔|以[南北东西]|[上中下]游|支流|大堤|大桥|特大桥|河[道段面]|水[系面质]|源头|穿|湿地|"
    r"之[滨畔]|[、,][^，。、]{1,4}[河湖江]|生态|治理|综合|堤|段|边"
)
_RIVER_BEFORE = re.compile(r"[河湖江][、,][^、,，。]{1,4}$")
_BARE = frozenset(["高新区", "经开区", "开发区", "度假区", "旅游度假区"])
_BEFORE_BARE = re.compile(r"(?:[在到从赴驻与和由将日于至县市区]|来到|走进|落户)$")
_AFTER_BARE = re.compile(r"建设|[、，,等内]|升级|创建|总|数量|体制|改革|一体")
_TITLES = re.compile(r"(?:书记|主任|[镇乡县市区局厂会]长|经理|董事长|教授|记者|村民|代表)$")
_SPEECH = re.compile(r"介绍|说|表示|告诉|坦言|认为|透露|[，,]")
_LONGEST_VILLAGE = 5
_NOT_FIRST = frozenset("的和与及、，在是了等有各多个几每两这那从到把返来让被用一向自驻进")
"""Words of one character that begin no village's name even directly after its town (other ones do: 城关镇|于庄村)."""
_NAMELIKE = frozenset(["山村", "新村", "古村", "老村", "大村", "小村", "集镇", "古镇"])
"""Kinds of place that also end names: 艾|山村 after its town."""


def spots(text: str, p: Pieces, listed: Sequence[Spot]) -> list[Spot]:
    """Settlements, zones and geography by pattern; `listed` are the places already found, which names continue."""
    found: list[Spot] = list(listed)
    ends = by_end(spot for spot in found if spot.listed or spot.level not in ("geo", "country"))
    for match in _SETTLEMENT.finditer(text):
        _add(found, ends, _settlement(text, p, match, ends, found))
    for spot in list(_abroad(text, p, found)):
        _add(found, ends, spot)
    ends = by_end(found)
    zones = _zone_matcher().find(text)
    for hit in zones:
        _add(found, ends, _zone(text, p, hit, ends))
    for hit in zones:
        _add(found, ends, _bare_zone(text, p, hit, found))
    for match in _GEO.finditer(text):
        _add(found, ends, _geo(text, p, match, ends, found))
    return found[len(listed) :]


def _abroad(text: str, p: Pieces, found: Sequence[Spot]) -> Iterator[Spot]:
    """Provinces, states and cities of other countries by their spelling (北|某扎|省), where a country is named."""
    if not any(spot.level == "country" and spot.name != "中国" for spot in found):
        return
    for at, stop in foreign_runs(text):
        end = stop + 1
        start = next((s for s in range(at, stop - 1) if not overlaps(found, s, end)), stop)
        if text[stop - 1] in _ALL:
            continue
        if text[stop:end] in _ABROAD and 2 <= stop - start <= 6 and not overlaps(found, start, end):
            before = 1 if text[start - 1 : start] in _COMPASS and not overlaps(found, start - 1, end) else 0
            start -= before
            if p.boundary(start) and tag(text[start + before : stop])[:2] in ("", "nr", "ns", "nz"):
                level = _ABROAD[text[stop]]
                yield Spot(start=start, end=end, name=text[start:end], level=level, confidence=0.75, by="places.abroad")


def _add(found: list[Spot], ends: dict[int, int], spot: Spot | None) -> None:
    if spot is not None:
        found.append(spot)
        ends[spot.end] = min(spot.start, ends.get(spot.end, spot.start))


def _settlement(
    text: str, p: Pieces, match: re.Match[str], ends: Mapping[int, int], found: Sequence[Spot]
) -> Spot | None:
    head, end, word = match.start(), match.end(), match.group()
    village = word in ("村", "社区", "嘎查")
    if text[end : end + 1] in (_NOT_AFTER_VILLAGE if village else _NOT_AFTER_TOWN) and not _continues(text, end):
        return None
    if overlaps(found, head, end) or text[head - 1 : end] == "农村":
        return None
    start = _settlement_start(text, p, head, ends)
    name = text[start:end]
    chained = start in ends or (start - 1 in ends and text[start - 1] == "的")
    if start == head or not _proper(name, p, start, head, chained=chained) or _person(text, start, end):
        return None
    if not chained and not (village and head - start <= 4 and p.boundary(start) and _alone(text, p, start, head, end)):
        return None
    return Spot(
        start=start,
        end=end,
        name=name,
        level="village" if village else "town",
        confidence=0.9 if chained else 0.75,
        by="places.village" if village else "places.town",
    )


def _alone(text: str, p: Pieces, start: int, head: int, end: int) -> bool:
    """Whether a village with no place before it is believable: of nouns only, and not 村里, 村两委."""
    if (
        text.startswith(("里", "内", "两委", "“两委”", "小学", "级", "干部"), end)
        or text[head - 1] in "任围查出进入驻帮包能上下带联"
    ):
        return False
    if text[start - 1 : start].isdigit():
        return False
    return all(len(word) == 1 or tag(word)[:1] in ("n", "i", "") for word in p.words(start, head))


def _continues(text: str, end: int) -> bool:
    """村|村民, 村|村庄: the class word, and then a word that begins with the same character."""
    return text.startswith(("村民", "村内", "村里", "村头", "村委", "村“两委”", "村党", "村口"), end)


def _settlement_start(text: str, p: Pieces, head: int, ends: Mapping[int, int]) -> int:
    """Walk over words that can be part of a name, up to five characters or to the place that stands before."""
    start = head
    while start > 0 and start not in ends:
        before, word = p.before(start)
        inner = next((end for end in range(start - 1, before, -1) if end in ends), None)
        if inner is not None:
            before, word = inner, text[inner:start]
        if head - before > _LONGEST_VILLAGE:
            break
        if not _in_village(word) and not (before in ends and len(word) == 1 and word not in _NOT_FIRST):
            break
        start = before
    return start


def _in_village(word: str) -> bool:
    """Whether `word` can be part of a village's name: no verb at all, no bracket, no common adjective."""
    return not (stops(word) or word in "（）()·" or (len(word) > 1 and (word in _generic() or is_verb(word))))


def _proper(name: str, p: Pieces, start: int, head: int, *, chained: bool) -> bool:
    """Whether the name is one: no kind of place (贫困村, 美丽|乡村) and no number (4个镇, 三镇)."""
    kinds = _kinds()
    words = p.words(start, head)
    proper = "".join(words)
    if name in kinds or not proper or proper[-1].isdigit() or proper[0] in "第某" or proper in _generic():
        return False
    last = p.before(start + len(name))[1]
    if last in kinds and last not in ("街道", "社区", name) and not (chained and last in _NAMELIKE):
        return False
    if proper in ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "两", "多"):
        return False
    if chained:
        return True
    if any(name.endswith(kind) and len(kind) > 2 for kind in kinds) or (len(proper) == 1 and proper not in _surnames()):
        return False
    return not any(place.level in ("province", "country") for place in gazetteer.load().named(proper))


def _person(text: str, start: int, end: int) -> bool:
    """镇党委副书记段村介绍: a given name that looks like a village."""
    return (
        end - start == 2
        and _TITLES.search(text[max(0, start - 4) : start]) is not None
        and _SPEECH.match(text, end) is not None
    )


def _zone(text: str, p: Pieces, hit: tuple[int, int, str], ends: Mapping[int, int]) -> Spot | None:
    head, end, word = hit
    if end in ends and ends[end] < head:
        return None
    start = name_start(p, head, ends, limit=8)
    if start == head:
        return None
    placed = start in ends.values()
    parts = p.words(max([start, *(at for at in ends if start < at <= head)]), head)
    if any(part in ("首个", "国家级", "省级", "唯一") for part in parts) or text[start:head] in ("县", "市", "区"):
        return None
    if not placed and (
        word in ("新区", "经济区") or any(part in _generic() or part in "各个全类该等两省属级" for part in parts)
    ):
        return None
    return Spot(start=start, end=end, name=text[start:end], level="zone", confidence=0.9, by="places.zone")


def _bare_zone(text: str, p: Pieces, hit: tuple[int, int, str], found: Sequence[Spot]) -> Spot | None:
    """高新区 alone, where it can only mean the one of the place: not in a list of kinds, not after a quantity."""
    head, end, word = hit
    if word not in _BARE or not p.boundary(head) or _AFTER_BARE.match(text, end) or overlaps(found, head, end):
        return None
    named = {spot.name for spot in found if spot.level == "zone" and spot.name and spot.name.endswith(word)}
    before = p.before(head)[1]
    if not _BEFORE_BARE.search(before) and not (named and (not before or before in "，。“,\n ")):
        return None
    name = named.pop() if len(named) == 1 else None
    return Spot(start=head, end=end, name=name, level="zone", confidence=0.7, by="places.zone")


def _geo(text: str, p: Pieces, match: re.Match[str], ends: Mapping[int, int], found: Sequence[Spot]) -> Spot | None:
    head, end, word = match.start(), match.end(), match.group()
    if word == "毗邻地区":
        start = ends.get(head, _joint_before(text, head))
    elif word == "胡同":
        start = next((head - n for n in range(1, 5) if head - n in ends), head)
    elif word in ("运河", "古城", "海峡"):
        return None
    else:
        start = _water_start(text, p, head, end)
    if start >= head or (word not in ("毗邻地区", "胡同") and overlaps(found, start, end)):
        return None
    return Spot(start=start, end=end, name=text[start:end], level="geo", confidence=0.8, by="places.geo")


def _joint_before(text: str, head: int) -> int:
    for length in (5, 4, 3, 2):
        word = text[max(0, head - length) : head]
        if word in gazetteer.joint() or all(char in gazetteer.characters() for char in word):
            return head - length
    return head


def _water_start(text: str, p: Pieces, head: int, end: int) -> int:
    """Start of a river's, lake's or mountain's name: one dictionary word for it, or a name before a telling context."""
    start, word = p.before(end)
    if not p.boundary(end):
        if not _RIVER_AFTER.match(text, end) or text[end : end + 1] not in ("畔", "岸", "边", "南", "北", "东", "西"):
            return head
        start, word = p.before(head)
        word += text[head]
    if len(word) > 1 and word in _not_geo():
        return head
    if len(word) >= 3:
        return start if tag(word)[:1] in ("n" if len(word) > 3 else "ni") else head
    if len(word) == 2 and p.boundary(end):
        return head
    if not _RIVER_AFTER.match(text, end) and not _RIVER_BEFORE.search(text[max(0, head - 5) : head]):
        return head
    start = head
    while head - start < 3:
        before, word = p.before(start)
        if stops(word) or head - before > 3 or word in _generic():
            break
        start = before
    return start if head - start >= 2 or (text[start:end] not in _not_geo() and head - start == 1) else head


@cache
def _zone_matcher() -> Matcher:
    return Matcher(_ZONES)


@cache
def _kinds() -> tuple[str, ...]:
    return lexicon.words("place_kinds")


@cache
def _generic() -> frozenset[str]:
    return frozenset(lexicon.words("place_generic"))


@cache
def _surnames() -> frozenset[str]:
    return frozenset(lexicon.words("surnames"))


@cache
def _not_geo() -> frozenset[str]:
    return frozenset(lexicon.words("not_geography"))
