"""Company names that end with a legal form or another form of a firm: where such a name begins."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from kg.recognise.reading import Reading, Word, is_name_part
from kg.text import lexicon
from kg.text.companies import form_kinds, known_companies, parse, place_prefix, split_trade, trades
from kg.text.words import known

_HARD = frozenset("，。；：、！？,;:!?.．\n \t…—《》【】“”‘’「」\"'/|／+＋")
_RAILWAY = re.compile(r"中国铁路[\u4e00-\u9fff]{2,5}局集团(?:有限)?公司")
_QUOTED = re.compile(r"[“‘][\u4e00-\u9fffA-Za-z]{2,6}[”’]$")
_STOP_TAGS = frozenset({"uj", "ul", "uz", "ug", "ud", "uv", "y", "e", "o", "r", "t", "x", "w"})
_ORDINARY_LEADS = frozenset({"v", "vn", "vd", "ad", "d", "a", "c", "p", "f", "q", "i", "l", "n", "s", "b", "an"})
_GLUE = frozenset("以由与和在是对被从把将让向给至到令使有")
_STATE = frozenset({"国家", "国立", "皇家", "联邦", "国营"})
_GOODS = frozenset({"n", "vn", "b", "l"})
_REACH = 32
_BRAND = 2
_LONGEST_BRAND = 8
_NOT_AFTER = {
    "集团": re.compile(r"军|化|购|式|犯|赛|作战|成员|内|企业(?!家)"),
    "公司": re.compile(r"法|制|治理|债|章程|化|\+|＋|股票|股权"),
    "厂": re.compile(r"房|区|家|商|长|矿|子|址|里|网|外|内|务"),
    "总厂": re.compile(r"房|区|长"),
}
_NO_BRAND = re.compile(
    r"[个些了着过很也都这那哪某]|^家|上市$|[A-Z]股|^[以由被把让向从令使]|在$|什么|怎么|全$|^[市县区镇乡村省](?![\u4e00-\u9fff]{4})|^(?:某|甲|乙|丙|丁|该|本|这|那|各|贵|我|所|上述|两|多|几|数|诸)|^[A-Z]$|^(?:IT|AI|PPP|SPV|VR|AR|MCN|GPS|IC|IP)$"
)
_NO_FIRM = re.compile(
    r"(?:产教|医联|联校|办学|学校|幼儿园|中学|小学|教育|医院|犯罪|诈骗|既得利益|公共|基金会|广播|电视|全国)$"
)
_BRANCH = re.compile(r"(?:[\u4e00-\u9fff]{2,6}?)(?:分公司|支公司|分行|支行|分厂)")
_COMMON_GOODS = re.compile(
    r"(?:农民|种植|养殖|农机|水果|果蔬|蔬菜|粮食|瓜果|林果|服务|股份|资金互助|土地|葡萄|苹果|畜牧|经济)+$"
)
_UTILITY = frozenset(("公交", "自来水", "水务", "热力", "燃气", "供电", "电力", "港口", "城投", "机场", "地铁", "文旅"))


class FullName(NamedTuple):
    """A name found: its span, and how sure it is that it names a company."""

    start: int
    end: int
    confidence: float


@cache
def _forms() -> re.Pattern[str]:
    forms = [form for form in lexicon.words("company_forms") if form_kinds()[form] != "house"]
    return re.compile("|".join(map(re.escape, forms)))


@cache
def bounds() -> frozenset[str]:
    """Words that stand before a company's name and never in it."""
    return frozenset(lexicon.words("name_bounds"))


def full_names(reading: Reading, places: Mapping[int, int], foreign: frozenset[int]) -> list[FullName]:
    """Every company name of the text that ends with a form; `foreign` are the ends of foreign countries' names."""
    text = reading.text
    names = [FullName(*hit.span(), 0.95) for hit in _RAILWAY.finditer(text)]
    railways = {name.end for name in names}
    for hit in _forms().finditer(text):
        if hit.end() in railways:
            continue
        kind = form_kinds()[hit.group()]
        wrong = _NOT_AFTER.get(hit.group())
        if (wrong and wrong.match(text, hit.end())) or text.startswith("工厂", hit.start() - 1):
            continue
        start, pieces = _start(reading, places, foreign, hit.start())
        if text[start - 1 : start] == "某":
            continue
        sure = _judge(text[start : hit.start()], hit.group(), kind, pieces)
        quoted = _QUOTED.search(text, max(0, start - 9), start)
        if quoted and all(_is_trade(piece.text) or piece.tag in _GOODS for piece in pieces):
            start, sure = quoted.start(), max(sure, 0.7)
        if sure:
            names.append(FullName(start, _with_branch(text, hit.end(), places), sure))
    return names


def name_start(reading: Reading, places: Mapping[int, int], end: int) -> int:
    """Where a company's name that ends at `end` without a form begins; `end` where nothing can be its name."""
    return _start(reading, places, frozenset(), end)[0]


def _with_branch(text: str, end: int, places: Mapping[int, int]) -> int:
    """The end of …有限公司河津分公司, where a place and a branch follow."""
    hit = _BRANCH.match(text, end)
    if hit and place_prefix(hit.group() + "xx") and not any(w in hit.group() for w in "的在和与由"):
        return hit.end()
    return end


def _start(
    reading: Reading, places: Mapping[int, int], foreign: frozenset[int], form_start: int
) -> tuple[int, list[Word]]:
    """Where the name before a form begins, and the words between place and form, nearest first."""
    text, position = reading.text, form_start
    floor = max(0, form_start - _REACH)
    pieces: list[Word] = []
    while position > floor:
        if position in places and places[position] >= floor:
            if not pieces and _parent(reading, places[position]):
                pieces.append(Word(places[position], position, text[places[position] : position], "ns"))
                position = places[position]
                continue
            kept = _after_verb(pieces)
            if len(kept) < len(pieces):
                return kept[-1].start, kept
            own = any(is_name_part(piece.text, piece.tag) for piece in pieces)
            if position in foreign and _brand_size(pieces) and own and pieces[-1].text not in _STATE:
                return position, pieces
            return _before_place(reading, places, foreign, position), pieces
        char = text[position - 1]
        if char in "）)":
            opening = max(text.rfind("（", floor, position), text.rfind("(", floor, position))
            if opening < 0 or "简称" in text[opening:position]:
                break
            position = opening
            continue
        if char in _HARD or char in "（(":
            break
        word = next(reading.leftward(position, floor))
        if _ends_name(word, pieces, text, position, places):
            break
        cut = glued(word, _brand_size(pieces))
        if cut < len(word.text):
            pieces.append(Word(word.start + cut, word.end, word.text[cut:], word.tag) if cut else word)
        position = word.start + cut
        if cut:
            break
    kept = _trim(_after_verb(pieces))
    return (_after_known(text, kept[-1].start) if kept else form_start), kept


def _parent(reading: Reading, end: int) -> bool:
    """Whether a brand ends at `end`, before a place that the form follows (卓洲坝|安哥拉|有限公司)."""
    word = next(reading.leftward(end), None)
    return (
        word is not None
        and word.end == end
        and len(word.text) > 1
        and (word.text in known_companies() or (is_name_part(word.text, word.tag) and word.text not in bounds()))
    )


def _before_place(reading: Reading, places: Mapping[int, int], foreign: frozenset[int], end: int) -> int:
    """The start of the chain of places that ends at `end` (山东|聊城), or of the parent firm before it (国网|山东)."""
    position = end
    while position in places and places[position] < position:
        position = places[position]
    if reading.text.endswith("集团", 0, position):
        parent, pieces = _start(reading, places, foreign, position - 2)
        if _judge(reading.text[parent : position - 2], "集团", "group", pieces):
            return parent
    return _after_known(reading.text, position)


def _after_known(text: str, position: int) -> int:
    """The start of a widely known company that ends at `position` (中铁|宝桥集团), else `position`."""
    sizes = (size for size in range(6, 1, -1) if position >= size)
    return next((position - size for size in sizes if text[position - size : position] in known_companies()), position)


def _after_verb(pieces: list[Word]) -> list[Word]:
    """The pieces right of the last ordinary verb that has a brand to its right (美国某局|利用|克里普托)."""
    for index, piece in enumerate(pieces):
        verb = piece.tag in ("v", "vd") and len(piece.text) > 1 and known(piece.text) and not _is_trade(piece.text)
        if verb and any(is_name_part(p.text, p.tag) and not _is_trade(p.text) for p in pieces[:index]):
            return pieces[:index]
    return pieces


def _ends_name(word: Word, pieces: Sequence[Word], text: str, position: int, places: Mapping[int, int]) -> bool:
    """Whether `word`, left of what was gathered, is where the name stops."""
    if word.text in ("和", "与") and word.start in places and pieces and len(pieces[-1].text) == 1:
        return False  # 山东|和|美|集团: no conjunction, since a place and one character stand around it
    if word.text == "和" and pieces and len(pieces[-1].text) == 1 and _lonely(text, word.start, places):
        return False  # 春|和|堂: one character on either side
    if len(word.text) > _BRAND and word.text.endswith("企业"):
        return True
    if word.text in bounds():
        return not (word.text in trades() and _brand_size(pieces) < _BRAND)
    counted = word.tag in ("m", "q") and word.text[0] in "0123456789两几数"
    if counted or word.text.isdigit() or word.text in ("年", "月", "日", "号", "时"):
        return True
    return word.tag in _STOP_TAGS and not is_name_part(word.text, word.tag)


def glued(word: Word, after: int) -> int:
    """Length of the function word that the segmenter glued to an unknown word (起以|卓通 …), else 0.

    `after` characters of the brand stand right of the word: at least two must be left, lest 和润 lose its head.
    """
    if len(word.text) < _BRAND or known(word.text):
        return 0
    cut = max(
        (i + 1 for i, char in enumerate(word.text) if char in _GLUE and not (char in "和与" and i == 1)), default=0
    )
    return cut if len(word.text) - cut + after >= _BRAND else 0


def _lonely(text: str, end: int, places: Mapping[int, int]) -> bool:
    """Whether one character stands before `end` that a place or a pause precedes."""
    return end > 0 and text[end - 1] not in _HARD and (end - 1 in places or end == 1 or text[end - 2] in _HARD)


def _is_trade(word: str) -> bool:
    return word in trades() or not split_trade(word)[0]


def _brand_size(pieces: Sequence[Word]) -> int:
    return sum(len(piece.text) for piece in pieces if not _is_trade(piece.text))


def _trim(pieces: list[Word]) -> list[Word]:
    """Drop ordinary words from the left (they are last in `pieces`) as long as a brand is left without them."""
    kept = list(pieces)
    while len(kept) > 1:
        last, rest = kept[-1], kept[:-1]
        named = any(is_name_part(p.text, p.tag) and len(p.text) >= _BRAND and not _is_trade(p.text) for p in rest)
        ordinary = not is_name_part(last.text, last.tag) and last.tag in _ORDINARY_LEADS and len(last.text) > 1
        too_long = _brand_size(kept) > _LONGEST_BRAND and _brand_size(rest) >= _BRAND
        if (ordinary and named) or (ordinary and too_long) or last.tag in ("p", "c", "uj", "d"):
            kept = rest
        else:
            break
    return kept


def _judge(core: str, form: str, kind: str, pieces: Sequence[Word]) -> float:
    """How sure a core and a form are a company's name; 0.0 for a generic phrase (物业公司, 骨干集团)."""
    if not core or _NO_BRAND.search(core) or len(core) < _BRAND or core + form in no_companies():
        return 0.0
    if kind != "limited" and _NO_FIRM.search(core):
        return 0.0
    parts = parse(core + form)
    place = place_prefix(core + "xx")
    branded = any(is_name_part(p.text, p.tag) and not _is_trade(p.text) for p in pieces)
    if core in known_companies():
        return 0.95
    if kind == "limited":
        return 0.95 if parts.brand or (place and parts.trade) else 0.0
    if form.endswith("合作社"):
        own = _COMMON_GOODS.sub("", core[len(place) :])
        return 0.8 if len(own) >= _BRAND or (place and core != place) else 0.0
    if kind == "works":
        return 0.7 if place and branded and len(parts.brand) >= _BRAND else 0.0
    if branded and len(parts.brand) >= _BRAND:
        return 0.85 if kind == "group" else 0.8
    if place and parts.trade and (kind == "group" or any(trades()[t] == "firm" or t in _UTILITY for t in parts.trade)):
        return 0.8
    if kind == "group" and place and len(core) > len(place):
        return 0.7
    return 0.0


@cache
def no_companies() -> frozenset[str]:
    """Names that end as a company's does and are none (人民银行)."""
    return frozenset(lexicon.words("company_not"))
