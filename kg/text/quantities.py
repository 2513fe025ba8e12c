"""Numbers with what they count: 1.3 万多家 → 1.3, unit 万家; 零下35摄氏度 → -35; 十余项 → 10, unit 项."""

from __future__ import annotations

import re
from bisect import bisect_right
from decimal import Decimal
from functools import cache
from itertools import pairwise
from typing import Literal

import msgspec

from kg.text import lexicon, when
from kg.text.figures import NUMBER, Number, number_of
from kg.text.units import unit_at

Bound = Literal["exact", "about", "at_least", "at_most", "over", "under"]


class Quantity(msgspec.Struct, frozen=True, kw_only=True):
    """A number in a text. `start`/`end` hold numeral and unit with what stands between (多, 余), but no 近 or 以上."""

    start: int
    end: int
    value: str
    """Plain decimal, as printed without grouping: `7.0`, `-35`, `11409`."""
    unit: str | None
    """Magnitude and measure word as written: 万家, 亿元, 微克/立方米; None where the number has none."""
    text: str
    bound: Bound
    kind: str
    """Kind of the unit (ontology/lexicon/units.tsv), or rank, fraction, index, group (六大产业), bare (2.5亿)."""
    partner: tuple[int, int] | None = None
    """Span of the other end of a range (25%—30%)."""


_MORE = re.compile(r"\s?([多余来]?)\s?")
_MAGNITUDE = re.compile(r"万亿|[十百千]?[万亿]|[百千](?![瓦克米伏帕卡焦赫字])")
_LEADING_MAGNITUDE = re.compile(r"^(?:万亿|[十百千]?[万亿])")
_CODE_BEFORE = re.compile(r"(?:[A-Za-z_#×+〔\[]|[A-Za-z][-—]|[./])$")
_SEVERAL_BEFORE = re.compile(r"[数几]$")
_ORDINAL_BEFORE = re.compile(r"第[零一二三四五六七八九十百\d]+([\u4e00-\u9fff])[、和至]$")
_ROUND_BEFORE = re.compile(r"(?:近|超过?|上|逾|过|约|达到?|突破|破|不足|不到|增至|升至)$")
_ONE_BEFORE = re.compile(r"(?:唯一的?|仅有?的?|只有|达到?|翻了|共有?|共计|增加了?|减少了?|新增|超过|不到|不足|其中)$")
_SPAN_BEFORE = re.compile(r"(?:为期|历时|用时|耗时|提前|缩短|连续|长达|仅用|仅需|不到|超过|最多|至少)$")
_NOT_ONE_BEFORE = re.compile(r"(?:[每最这那另某同任首前后下上第万]|最后)$")
_SEPARATOR = re.compile(r"\s?(?:——|[-—–－~～至到])\s?")
_LIST_COMMA = re.compile(r"、|和|及|以及|与")
_ONE_TO_ONE = re.compile(r"(?:分别|依次|各)[^，。；、\d]{0,8}$")
_LIST_LIMIT = 12
_MINUS = re.compile(r"(?:零下|(?<![0-9A-Za-z%）)℃元年月日个])[-－−])$")
_INDEX_BEFORE = re.compile(r"(?:指数|系数|得分|评分|均分|比值|容积率)(?:为|达到?|是|[升降增]至|约)?$")
_RANK_BEFORE = re.compile(r"(?:[居列排]|位列|位次|位于|排在|名列|跻身|进入|升至|保持)[^，。；、\s\d]{0,12}$")
_GROUP = re.compile(
    r"大(?=[\u4e00-\u9fff])(?!代表|开幕|闭幕|报告|精神|以来|召开|早|半|会|学|型|小|家|道|街|队|厦|战|量|批|赛|奖|"
    r"师|事|二|三|四|力|众|桥|洋|洲|多|连|幅|国)"
)
_CONGRESS = ("十五", "十六", "十七", "十八", "十九", "二十", "二十一")
_YEAR = re.compile(r"1\d{3}|20\d\d")
_HISTORY = re.compile(r"[多余的]*(?:历史|文明|文化|岁月|树龄|建城|古)")
_YEARLY = frozenset(["届", "款", "期", "批", "年"])
_MEASURED_ONLY = frozenset({"count", "time", "age"})
_BEFORE: tuple[tuple[re.Pattern[str], Bound], ...] = (
    (re.compile(r"(?:不超过|不高于|不多于|不大于|至多|最多|最高|上限为?)$"), "at_most"),
    (re.compile(r"(?:不低于|不少于|不小于|至少|最低|最少|下限为?|保底)$"), "at_least"),
    (re.compile(r"(?:不足|不到|低于|少于|小于|未满|不满)$"), "under"),
    (re.compile(r"(?:超过?|突破|高于|多于|大于|逾|破|过|(?<![以])上)$"), "over"),
    (re.compile(r"(?:大?约为?|近|接近|大概|大致|约合)$"), "about"),
)
_AFTER: tuple[tuple[re.Pattern[str], Bound], ...] = (
    (re.compile(r"(?:及|\(含\)|（含）)?以上"), "at_least"),
    (re.compile(r"(?:及|\(含\)|（含）)?(?:以下|以内)|之内"), "at_most"),
    (re.compile(r"左右|上下"), "about"),
)


@cache
def _phrases() -> dict[str, tuple[str, ...]]:
    by_first: dict[str, list[str]] = {}
    for phrase in lexicon.words("not_quantities"):
        by_first.setdefault(phrase[0], []).append(phrase)
    return {first: tuple(phrases) for first, phrases in by_first.items()}


def find(text: str) -> list[Quantity]:
    """The quantities of `text` in order. Dates, ordinals, codes, names with numerals and 几十个 are none."""
    masked = when.spans(text)
    starts = [start for start, _ in masked]
    found: list[Quantity] = []
    at = 0
    while match := NUMBER.search(text, at):
        index = bisect_right(starts, match.start()) - 1
        if index >= 0 and match.start() < masked[index][1]:
            at = masked[index][1]
            continue
        phrase = next((p for p in _phrases().get(match[0][0], ()) if text.startswith(p, match.start())), None)
        if phrase is not None:
            at = max(match.start() + len(phrase), match.end())
            continue
        read = _read(text, match)
        found.extend(read)
        at = max(match.end(), read[-1].end) if read else match.end()
    return _paired(text, found)


def _read(text: str, match: re.Match[str]) -> list[Quantity]:
    """The quantity at a numeral; both of 3至5万元, whose first has its unit from the second."""
    before = text[max(0, match.start() - 14) : match.start()]
    number = None if _CODE_BEFORE.search(before) else number_of(match)
    spelled = number is not None and not number.arabic
    if spelled and (_SEVERAL_BEFORE.search(before) or _again(text, match.end(), before)):
        return []
    if number is None or (match["arabic"] and text[match.end() : match.end() + 1] in (".", ":", "：", "∶", "几")):
        return []
    if before.endswith(("第", "前")):
        ranked = _rank(text, number, before)
        return [ranked] if ranked else []
    alone = _with_unit(text, number, before)
    if alone is not None:
        return [alone]
    listed = _listed(text, number, before)
    if listed:
        return listed
    separator = _SEPARATOR.match(text, number.end)
    second = NUMBER.match(text, separator.end()) if separator else None
    other = number_of(second) if second else None
    last = None if other is None else _with_unit(text, other, "")
    if last is None or last.unit is None or last.kind == "group":
        return []
    unit = last.unit
    if Decimal(number.value) > Decimal(last.value):
        unit = _LEADING_MAGNITUDE.sub("", unit) or unit
    first = _quantity(text, number, number.end, number.value, unit, last.kind, before)
    return [first, last]


def _again(text: str, at: int, before: str) -> bool:
    """第十三次、十四次大会: the second ordinal does without 第."""
    ordinal = _ORDINAL_BEFORE.search(before)
    return ordinal is not None and text.startswith(ordinal[1], at)


def _listed(text: str, number: Number, before: str) -> list[Quantity]:
    """分别为40、77和9微克/立方米: numbers of a list told one to one share the unit of the last."""
    if not number.arabic or not _ONE_TO_ONE.search(before):
        return []
    numbers = [number]
    while len(numbers) < _LIST_LIMIT:
        comma = _LIST_COMMA.match(text, numbers[-1].end)
        match = NUMBER.match(text, comma.end()) if comma else None
        following = number_of(match) if match and match["arabic"] else None
        if following is None:
            return []
        last = _with_unit(text, following, "")
        if last is not None:
            return [*(_quantity(text, n, n.end, n.value, last.unit, last.kind, "") for n in numbers), last]
        numbers.append(following)
    return []


def _with_unit(text: str, number: Number, before: str) -> Quantity | None:
    if number.kind == "fraction":
        lone = text[number.start - 1 : number.start] in ("另", "大", "多") and number.value == "0.5"
        return None if lone else _quantity(text, number, number.end, number.value, None, "fraction", before)
    if number.kind is not None:
        return _quantity(text, number, number.end, number.value, number.unit, number.kind, before)
    counted = _measured(text, number)
    if counted is None:
        return _without_unit(text, number, before)
    end, unit, kind, more = counted
    han = text[number.start : number.end]
    if unit.endswith("番") and not before.endswith(("翻", "翻了")):
        return None
    if not number.arabic and not _counts(han, kind, more, before):
        return None
    if unit[-1] in _YEARLY and _YEAR.fullmatch(number.value) and not _HISTORY.match(text, end):
        return None
    value = number.value
    if text.startswith("半", end) and unit in ("年", "天", "小时") and not text.startswith(("半年", "半导"), end):
        value, end = f"{value}.5", end + 1
    return _quantity(text, number, end, value, unit, kind, before, more)


def _measured(text: str, number: Number) -> tuple[int, str, str, bool] | None:
    """End, unit with magnitude, kind and whether 多/余 stands between numeral and unit."""
    more = _MORE.match(text, number.end)
    at = more.end() if more else number.end
    if not number.arabic and text[number.end - 1] == "千" and number.end - number.start > 1:
        kilo = unit_at(text, number.end - 1, True)
        if kilo is not None and kilo.name.startswith("千"):
            return None
    unit = unit_at(text, at, number.arabic)
    if unit is not None:
        return unit.end, number.magnitude + unit.name, unit.kind, bool(more and more[1])
    magnitude = _MAGNITUDE.match(text, at) if not number.magnitude else None
    if magnitude is None:
        return None
    again = _MORE.match(text, magnitude.end())
    unit = unit_at(text, again.end() if again else magnitude.end(), True)
    if unit is None:
        return None
    return unit.end, magnitude[0] + unit.name, unit.kind, bool((more and more[1]) or (again and again[1]))


def _counts(han: str, kind: str, more: bool, before: str) -> bool:
    """Whether a Chinese numeral before a unit is a number rather than an article (一家) or a round word (百家)."""
    if han[0] in "百千万亿":
        return more or bool(_ROUND_BEFORE.search(before))
    if han == "一":
        if kind in _MEASURED_ONLY:
            return bool((_SPAN_BEFORE if kind == "time" else _ONE_BEFORE).search(before))
        return not _NOT_ONE_BEFORE.search(before)
    return han != "二" or kind not in _MEASURED_ONLY


def _without_unit(text: str, number: Number, before: str) -> Quantity | None:
    """六大产业, 指数4.41, 2.5亿."""
    han = text[number.start : number.end]
    if _GROUP.match(text, number.end) and han not in _CONGRESS and han != "一" and Decimal(number.value) < 100:
        return _quantity(text, number, number.end, number.value, None, "group", before)
    if number.arabic and _INDEX_BEFORE.search(before) and not text[number.end : number.end + 1].isalnum():
        return _quantity(text, number, number.end, number.value, None, "index", before)
    more = _MORE.match(text, number.end)
    if number.magnitude and han[0] not in "百千万亿" and not text[number.end : number.end + 1].isalnum():
        return _quantity(text, number, number.end, number.value, number.magnitude, "bare", before)
    magnitude = _MAGNITUDE.match(text, more.end() if more else number.end) if number.arabic else None
    if magnitude is not None and magnitude[0] not in ("百", "千"):
        again = _MORE.match(text, magnitude.end())
        many = bool((more and more[1]) or (again and again[1]))
        end = again.end() if again and again[1] in ("多", "余") else magnitude.end()
        return _quantity(text, number, end, number.value, magnitude[0], "bare", before, many)
    return None


def _rank(text: str, number: Number, before: str) -> Quantity | None:
    """居全省第2位, 列全国前三; 第八批, 第3次, 前10位名单 are ordinals of other things."""
    if not _RANK_BEFORE.search(before[:-1]) or number.magnitude or number.kind:
        return None
    unit = text[number.end : number.end + 1]
    end = number.end + 1 if unit in ("位", "名") else number.end
    following = text[end : end + 2]
    if following.startswith("名单") or (unit not in ("位", "名") and following[:1].isalnum()):
        return None
    return _quantity(text, number, end, number.value, unit if end > number.end else None, "rank", "")


def _quantity(
    text: str, number: Number, end: int, value: str, unit: str | None, kind: str, before: str, more: bool = False
) -> Quantity:
    start = number.start
    minus = _MINUS.search(before)
    if minus and (kind in ("temperature", "rate") or minus[0] == "零下"):
        value, start = f"-{value}", start - len(minus[0])
        before = before[: -len(minus[0])]
    bound: Bound = "over" if more else "exact"
    for pattern, name in _BEFORE:
        if pattern.search(before):
            bound = name
            break
    else:
        bound = next((name for pattern, name in _AFTER if pattern.match(text, end)), bound)
    return Quantity(start=start, end=end, value=value, unit=unit, text=text[start:end], bound=bound, kind=kind)


def _paired(text: str, found: list[Quantity]) -> list[Quantity]:
    """Mark the two ends of each range, and give 3万 of 3万至5万元 its 元."""
    result = list(found)
    for index, (first, last) in enumerate(pairwise(found)):
        between = _SEPARATOR.fullmatch(text, first.end, last.start)
        if not between or result[index].partner or (first.unit != last.unit and first.kind not in ("bare", last.kind)):
            continue
        unit = first.unit
        if first.kind == "bare" and last.unit is not None:
            unit = f"{first.unit}{_LEADING_MAGNITUDE.sub('', last.unit)}"
        result[index] = msgspec.structs.replace(first, unit=unit, kind=last.kind, partner=(last.start, last.end))
        result[index + 1] = msgspec.structs.replace(last, partner=(first.start, first.end))
    return result
