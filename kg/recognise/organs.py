"""Government: party and state organs, named with their division (莘县人大常委会) or after its class word (市工信局).

Inside a title of the division (市委副书记, 人大代表) the organ is no mention; a bureau before its own head
(市工业和信息化局局长) is. Which 市 is meant is left to the linker.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from kg.model.mention import Mention
from kg.model.page import Article
from kg.recognise import organ_grammar, organ_prefix
from kg.recognise.organ_prefix import Prefix
from kg.text import gazetteer, organs
from kg.text.matcher import Matcher
from kg.text.pieces import Pieces, pieces, stops

_NUMBER = "[一二三四五六七八九十]"
_OFFICE = re.compile(
    r"副?书记|常委|委员|候补|副?秘书长|全委|全会|理论学习|[^，。；、！？“”\n]{0,10}(?:会议|全会)|一班人|班子|党校|机关报"
)
_TITLE_AFTER = {
    "委": _OFFICE,
    "党委": re.compile(r"副?书记|委员|[^，。；、\n]{0,8}会议"),
    "党工委": re.compile(r"副?书记|委员"),
    "团委": re.compile(r"副?书记|委员"),
    "人大": re.compile(rf"代表(?!大会)|{_NUMBER}*届|会议|工作"),
    "政协": re.compile(rf"委员(?!会)|{_NUMBER}*届|会议"),
    "政府": re.compile(
        r"(?:常务|全体|专题)会议|工作报告|采购|引导|投资|补贴|性|债|特殊津贴|首批|特贴|网(?!信)|令|购买|服务热线|副?市长|副?县长"
    ),
    "国务院": re.compile(r"[^，。、]{0,2}特殊津贴|[^，。、]{0,4}特贴|副?总理|国务委员|政府"),
    "中共中央": re.compile(r"总书记|政治局|候补|委员"),
    "全国人民代表大会": re.compile(rf"代表|{_NUMBER}*[次届]"),
    "全国政协": re.compile(rf"委员(?!会)|{_NUMBER}*[届次]"),
}
_GLUED = {"部": "门署分队长", "局": "面势限域", "办": "法理公事学好成实", "委": "托派任婉员", "院": "校", "府": "院"}
_PARTIES = ("民革", "民盟", "民建", "民进", "农工党", "致公党", "九三学社", "台盟", "共青团", "团")
_TAIL = re.compile(
    r"(?:[\u4e00-\u9fff]{0,8}?(?:分局|支队|大队|中队|总队|派出所|指挥中心|服务中心|稽查局|分中心)){1,2}|"
    r"驻[\u4e00-\u9fff]{1,8}?(?:纪检监察组|服务站|工作站|办事处)"
)
_CENTRE = re.compile(r"[\u4e00-\u9fff]{2,14}?(?:服务中心|交流中心|信息中心|管理司|(?<!公)司(?=[长副]))")
"""Named parts of a national organ: 人力资源社会保障部|留学人员和专家服务中心."""
_FOREIGN = re.compile(
    r"(?:国家)?[\u4e00-\u9fff]{0,8}?(?:(?<![全局本内外北南东西中])部门?|委员会|管理局|议会|参议院|众议院|国会|最高法院|中央银行|警卫队|情报局|海关)"
)
_GENERAL = frozenset(
    {
        "地区",
        "各",
        "全国",
        "企业",
        "部分",
        "内部",
        "中部",
        "总部",
        "经济",
        "国内",
        "公司",
        "相关",
        "有关",
        "有限公司",
        "分公司",
        "集团",
        "市场",
    }
)
_NO_STATE = ("社", "台", "公司", "大学", "学院", "银行", "协会", "报", "医院", "球队", "企业")
_MOST_WORDS = 5
_IN_TAIL = re.compile(r"[和与的在为对将了]|局[副局党]|[副主]")


class Organ(NamedTuple):
    """An organ as found, with its full name where its division is written."""

    start: int
    end: int
    name: str | None
    by: str
    confidence: float


def find(article: Article, found: Sequence[Mention]) -> list[Mention]:
    """The organs that `article` names; `found` holds its places."""
    text = article.text
    p = pieces(text)
    places = organ_prefix.by_end(found)
    known = [*_listed(text, p, places), *_national(text, p), *_foreign(text, p, places)]
    more = [Organ(*item) for item in organ_grammar.spans(text, p, places)]
    best: dict[tuple[int, int], Organ] = {}
    for organ in (*known, *more):
        best.setdefault((organ.start, organ.end), organ)
    return [_mention(article, organ) for organ in _outermost(best.values())]


def _outermost(found: Iterable[Organ]) -> list[Organ]:
    """Those that lie in no other (市委 in 市委组织部)."""
    kept: list[Organ] = []
    for organ in sorted(found, key=lambda o: (o.start, -o.end)):
        if not kept or organ.end > kept[-1].end:
            kept.append(organ)
    return kept


def _mention(article: Article, organ: Organ) -> Mention:
    return Mention(
        article=article.id,
        start=organ.start,
        end=organ.end,
        type="Government",
        surface=article.printed[organ.start : organ.end],
        confidence=organ.confidence,
        by=organ.by,
        name=organ.name,
    )


def _listed(text: str, p: Pieces, places: Mapping[int, Mention]) -> Iterator[Organ]:
    """Bodies of the lexicon after a division or its class word, with their own branches (公安局城南分局)."""
    known = organs.bodies()
    last: tuple[int, Prefix] | None = None
    for head, end, form in _matcher().find(text):
        start = head
        prefix = organ_prefix.before(text, p, start, places)
        if prefix is None and last and last[0] == start - 1 and text[start - 1] in "、和" and len(form) > 2:
            prefix = Prefix(start, last[1].division)
        if prefix is None or _is_title(text, end, known[form]) or text[end : end + 1] in _glued(form):
            continue
        tail = _TAIL.match(text, end) if form[-1] in "局队厅" else None
        if tail and not _IN_TAIL.search(tail.group()):
            end = tail.end()
        name = prefix.division + organs.canonical_body(text[start:end]) if prefix.division else None
        last = (end, prefix)
        start = _party(text, prefix.start) if form == "委" or form == "委员会" else prefix.start
        name = text[start : prefix.start] + name if name else None
        yield Organ(start, end, name, "organs.listed", 0.95)


def _party(text: str, start: int) -> int:
    """`start`, or where the party begins whose committee of a province it is (民盟|某省委)."""
    return next((start - len(party) for party in _PARTIES if text.endswith(party, 0, start)), start)


def _national(text: str, p: Pieces) -> Iterator[Organ]:
    """National organs; after a foreign country its own (美国商务部)."""
    known = organs.national()
    for start, end, form in _national_matcher().find(text):
        if _is_title(text, end, known[form]) or text[end : end + 1] in _glued(form):
            continue
        if text[start - 2 : start] == "国家" and form[:2] != "国家":
            start -= 2
        country = _country(text, start)
        if country and country != "中国":
            yield Organ(start - len(country), end, country + form, "organs.foreign", 0.9)
        elif tail := _CENTRE.match(text, end):
            if not any(stops(word) and word != "和" for word in p.words(end, tail.end())):
                yield Organ(start, tail.end(), known[form] + tail.group(), "organs.national_centre", 0.85)
        elif country or (p.boundary(start) and (len(form) > 3 or form[-1] != "部" or _clear(p, start))):
            yield Organ(start, end, known[form], "organs.national", 0.95)


def _foreign(text: str, p: Pieces, places: Mapping[int, Mention]) -> Iterator[Organ]:
    """Ministries and chambers of another country: a country, words of purpose, a class word (某国|运输|部)."""
    for place_end in sorted(places):
        country = places[place_end]
        if country.level != "country" or country.name == "中国":
            continue
        match = _FOREIGN.match(text, place_end)
        if match is None or text[match.end() : match.end() + 1] in _glued(match.group()):
            continue
        words = p.words(place_end, match.end())
        if len(words) <= _MOST_WORDS and not any(
            stops(word) or word in _GENERAL or word.endswith(_NO_STATE) for word in words
        ):
            name = (country.name or country.surface) + match.group()
            yield Organ(country.start, match.end(), name, "organs.foreign", 0.85)


def _country(text: str, end: int) -> str | None:
    """The country that stands directly before `end`."""
    gaz = gazetteer.load()
    for length in (5, 4, 3, 2):
        name = text[max(0, end - length) : end]
        if len(name) == length and any(place.level == "country" for place in gaz.named(name)):
            return name
    return None


def _clear(p: Pieces, start: int) -> bool:
    """Whether no noun stands before (政治|文化部): else a short name is the end of a longer one."""
    word = p.before(start)[1]
    return not word or stops(word) or word in ("国家", "原", "中国")


def _is_title(text: str, end: int, full: str) -> bool:
    """Whether what follows makes the organ part of a title or a meeting (市委|副书记, 人大|代表)."""
    pattern = _TITLE_AFTER.get(full)
    return pattern is not None and pattern.match(text, end) is not None


def _glued(form: str) -> tuple[str, ...]:
    """Characters that, standing next, make another word of the last character (部|门, 局|面)."""
    return tuple(_GLUED.get(form[-1], ""))


@cache
def _matcher() -> Matcher:
    return Matcher(organs.bodies())


@cache
def _national_matcher() -> Matcher:
    return Matcher(organs.national())
