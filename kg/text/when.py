"""Dates and periods in running text: 2024年1—10月, 去年11月20日, 前三季度, “十四五”."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Literal

import msgspec

from kg.text import calendar
from kg.text.calendar import Seen, day_iso, interval, month_iso, number, year_iso

Kind = Literal["stated", "relative"]


class When(msgspec.Struct, frozen=True, kw_only=True):
    """A period that the text names, resolved. `relative` where its year rests on the reference (今年, 9月)."""

    start: int
    end: int
    iso: str
    """Year, month, day or interval `a/b`; `a/..` for 2004年以来."""
    kind: Kind


class _Read(msgspec.Struct, frozen=True, kw_only=True):
    """What one expression says: its period (None where it cannot be fixed) and the year that it carries on."""

    iso: str | None = None
    stated: bool = False
    year: int | None = None


class _Context(msgspec.Struct, frozen=True, kw_only=True):
    """What is known at one place of a text."""

    seen: Seen
    carried: int | None
    """Year last named in the present sentence."""
    until: bool
    """截至 stands before: a month is the end of a period that began with the year."""

    def year(self, match: re.Match[str], month: int | None = None) -> tuple[int | None, bool]:
        """The year of an expression and whether it is stated; for a month alone the likely year."""
        year, stated = calendar.year_of(match["y"], self.seen, self.carried)
        if year is None and not match["y"]:
            year = self.seen.year if month is None else calendar.year_for(month, self.seen)
        return year, stated


_HAN = "一二三四五六七八九十"
_SEP = r"\s?(?:——|[-—–－~～至到])\s?"
_Y = (
    r"(?:(?<![\d.])(?P<y>(?:1[89]|20)\d\d|[一二][〇零○一二三四五六七八九]{3}|[今去明同]|(?<![以之])前|"
    r"(?<!以)上|(?<!原)本|当)"
    r"\s?年(?!级|纪|轻|均|龄|画|货|代)(?:度|初|底|末|终)?的?)"
)
_M = r"(?P<m>(?<![\d.])(?:1[0-2]|0?[1-9])(?!\d)|十[一二]?|[一二三四五六七八九])\s?"
_D = rf"\s?(?P<d>3[01]|[12]\d|0?[1-9]|[二三]?十[{_HAN}]?|[{_HAN}])\s?"
_MINUTES = r"(?:(?:\d{1,2}|[二三四五]?十[一二三四五六七八九]?)分(?!钟))"
_CLOCK = (
    r"(?:\d{1,2}[:：]\d{2}(?:[:：]\d{2})?"
    r"|(?:凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚间|晚|夜间)"
    rf"(?:\d{{1,2}}[:：]\d{{2}}|(?:\d{{1,2}}|十[一二]?|[一二三四五六七八九])[时点]{_MINUTES}?(?:许|半|整|钟)?)"
    rf"|\d{{1,2}}时(?!间|代|装|\d+[^\d分]){_MINUTES}?(?:许|整)?"
    rf"|\d{{1,2}}点(?:{_MINUTES}|[许半整钟]|(?=[，、到至左多开就起前后])))"
)
_Y2 = r"(?:(?P<y2>(?:1[89]|20)\d\d|[今去明同当次翌])年)"
_M2 = r"(?P<m2>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_D2 = _D.replace("<d>", "<d2>")


def _numeric(match: re.Match[str], context: _Context) -> _Read:
    year = int(match["y"])
    return _Read(iso=day_iso(year, int(match["m"]), int(match["d"])), stated=True, year=year)


def _nothing(match: re.Match[str], context: _Context) -> _Read:
    return _Read(year=context.carried)


def _days(match: re.Match[str], context: _Context) -> _Read:
    month = number(match["m"])
    year, stated = context.year(match, month)
    until = number(match["m2"]) or month
    last = _last_year(match["y2"], year, month, until, context)
    iso = interval(day_iso(year, month, number(match["d"])), day_iso(last, until, number(match["d2"])))
    return _Read(iso=iso, stated=stated, year=year)


def _months(match: re.Match[str], context: _Context) -> _Read:
    month, until = number(match["m"]), number(match["m2"])
    year, stated = context.year(match, until)
    last = _last_year(match["y2"], year, month, until, context)
    return _Read(iso=interval(month_iso(year, month), month_iso(last, until)), stated=stated, year=year)


def _last_year(
    word: str | None, year: int | None, month: int | None, until: int | None, context: _Context
) -> int | None:
    """Year of the second half of a span: its own, else the first's, else the next where the months run over."""
    if word in ("次", "翌"):
        return None if year is None else year + 1
    if word:
        return calendar.year_of(word, context.seen, year)[0]
    if year is not None and month is not None and until is not None and until < month:
        return year + 1
    return year


def _years(match: re.Match[str], context: _Context) -> _Read:
    first, last = number(match["y"]), number(match["y2"])
    return _Read(iso=interval(year_iso(first), year_iso(last)), stated=True, year=last)


def _part(match: re.Match[str], context: _Context) -> _Read:
    year, stated = context.year(match)
    first, last = _months_of(match["part"])
    return _Read(iso=interval(month_iso(year, first), month_iso(year, last)), stated=stated, year=year)


def _months_of(part: str) -> tuple[int, int]:
    """First and last month of 上半年, 前三季度, 前10个月, 第一季度, 首季."""
    if part.endswith("半年"):
        return (1, 6) if part[0] == "上" else (7, 12)
    if part[0] == "首":
        return 1, 3
    count = number(part.strip("前第个月季度")) or 0
    if "季" not in part:
        return 1, count
    return (1 if part[0] == "前" else 3 * count - 2), 3 * count


def _month(match: re.Match[str], context: _Context) -> _Read:
    month = number(match["m"])
    year, stated = context.year(match, month)
    if match["d"]:
        return _Read(iso=day_iso(year, month, number(match["d"])), stated=stated, year=year)
    iso = month_iso(year, month)
    if iso and match["since"]:
        iso += "/.."
    elif iso and context.until:
        iso = interval(month_iso(year, 1), iso)
    return _Read(iso=iso, stated=stated, year=year)


def _year(match: re.Match[str], context: _Context) -> _Read:
    year, stated = calendar.year_of(match["y"], context.seen, context.carried)
    iso = year_iso(year)
    return _Read(iso=f"{iso}/.." if iso and stated and match["since"] else iso, stated=stated, year=year)


def _same_period(match: re.Match[str], context: _Context) -> _Read:
    year = context.carried or context.seen.year
    return _Read(iso=None if year is None else year_iso(year - 1), year=context.carried)


def _month_word(match: re.Match[str], context: _Context) -> _Read:
    year, month = context.seen.year, context.seen.month
    if year is None or month is None:
        return _Read(year=context.carried)
    if match["which"] != "本":
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
    return _Read(iso=month_iso(year, month), year=context.carried)


def _day_alone(match: re.Match[str], context: _Context) -> _Read:
    year, month, today, day = context.seen.year, context.seen.month, context.seen.day, number(match["d"])
    if year is None or month is None or today is None or day is None:
        return _Read(year=context.carried)
    if day > today:
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
    return _Read(iso=day_iso(year, month, day), year=context.carried)


def _plan(match: re.Match[str], context: _Context) -> _Read:
    return _Read(iso=calendar.plan_years(match["plan"]), stated=True, year=context.carried)


def _decade(match: re.Match[str], context: _Context) -> _Read:
    century = {"20": 1900, "二十": 1900, "上": 1900, "19": 1800, "十九": 1800}.get(match["century"] or "")
    tens = number(match["tens"])
    if century is None or tens is None:
        return _Read(year=context.carried)
    return _Read(iso=f"{century + tens}/{century + tens + 9}", stated=True, year=context.carried)


def _festival(match: re.Match[str], context: _Context) -> _Read:
    year, stated = context.year(match)
    month = None if year is None else calendar.festival_month(match["name"], year)
    return _Read(iso=month_iso(year, month), stated=stated, year=context.carried)


_Rule = tuple[re.Pattern[str], Callable[[re.Match[str], _Context], _Read]]
_RULES: tuple[_Rule, ...] = tuple(
    (re.compile(pattern), rule)
    for pattern, rule in (
        (r"(?<!\d)(?P<y>(?:19|20)\d\d)([-/.])(?P<m>\d{1,2})\2(?P<d>\d{1,2})(?![\d.])", _numeric),
        (
            rf"农历(?:[^，。；、\s]{{1,4}}年)?(?:[{_HAN}]{{1,2}}|[正腊冬闰]|\d{{1,2}})月(?:初?[{_HAN}廿]{{1,3}})?",
            _nothing,
        ),
        (rf"{_Y}?{_M}月{_D}[日号]?{_CLOCK}?{_SEP}{_Y2}?(?:{_M2}月)?{_D2}[日号]{_CLOCK}?", _days),
        (rf"(?<!\d){_D}[日号]{_CLOCK}?{_SEP}{_D2}[日号]", _nothing),
        (rf"{_Y}?{_M}(?:月份?)?{_SEP}{_Y2}?{_M2}月份?[底末]?", _months),
        (rf"(?<![\d.])(?P<y>(?:1[89]|20)\d\d)年?{_SEP}(?P<y2>(?:1[89]|20)\d\d)(?:学?年度?|赛季)", _years),
        (
            rf"{_Y}?(?P<part>(?<!以)[上下]半年|前[二三两123]个?季度|第?(?<!\d)[一二三四1-4]季度|首季度?"
            rf"|前(?:[{_HAN}]{{1,2}}|1[0-2]|[1-9])个?月)",
            _part,
        ),
        (
            rf"{_Y}?{_M}月(?![球饼亮光季牙经嫂子色坛])(?:份|底|末|初|"
            rf"[上中下]旬)?(?:{_D}[日号]{_CLOCK}?)?(?P<since>以来|至今)?",
            _month,
        ),
        (r"[去上]年同期", _same_period),
        (
            rf"{_Y}?[“‘\"]?(?P<name>春节|国庆|元旦|五一|劳动节|清明)节?[”’\"]?(?:期间|假期|长假|小长假|黄金周)",
            _festival,
        ),
        (rf"{_Y}(?P<since>以来|至今)?", _year),
        (r"(?<!以)(?P<which>本|上个?)月(?!球|亮)[份底初]?", _month_word),
        (r"(?:(?P<century>20|二十|十九|19|上)个?世纪)?(?<![\d.])(?P<tens>[1-9]0|[二三四五六七八九]十)年代", _decade),
        (r"[“\"](?P<plan>十[一二三四五]?五|九五)[”\"](?:时期|期间|规划|以来|[初末])?", _plan),
        (r"(?P<plan>十[一二三四五]五)(?:时期|期间|规划|以来|[初末])", _plan),
        (_CLOCK, _nothing),
        (r"(?<![\d.])(?P<d>3[01]|[12]\d|[1-9])日(?![内游龄均间元本韩])", _day_alone),
    )
)
# no expression begins with another character than these; 二〇 and 世纪 begin with numerals
_START = re.compile(rf"[0-9{_HAN}今去前明同上下本当首农春国元五劳清凌早中傍晚夜第“‘\"]")
_SENTENCE_END = re.compile(r"[。！？；\n]")
_UNTIL = re.compile(r"截[至止][到至]?(?:$|今年$|去年$|[12]\d{3}年$)")


def find(text: str, reference: str | None) -> list[When]:
    """The periods that `text` names, in order, seen from `reference` (ISO day, month or year; None: unknown).

    近日, 目前, 截至目前 fix nothing and are left out, and so is every expression whose year cannot be known.
    """
    return [
        When(start=match.start(), end=match.end(), iso=read.iso, kind="stated" if read.stated else "relative")
        for match, read in _scan(text, calendar.seen_from(reference))
        if read.iso is not None
    ]


def spans(text: str) -> list[tuple[int, int]]:
    """Where dates, periods and clock times stand, resolved or not: their digits are no quantities."""
    return [match.span() for match, _ in _scan(text, Seen())]


def _scan(text: str, seen: Seen) -> Iterator[tuple[re.Match[str], _Read]]:
    at, carried, seen_to = 0, None, 0
    while start := _START.search(text, at):
        here = start.start()
        if _SENTENCE_END.search(text, seen_to, here):
            carried = None
        seen_to = here
        context = _Context(seen=seen, carried=carried, until=bool(_UNTIL.search(text[max(0, here - 9) : here])))
        match, read = _first(text, here, context)
        if match is None:
            at = here + 1
            continue
        carried = read.year
        yield match, read
        at = match.end()


def _first(text: str, at: int, context: _Context) -> tuple[re.Match[str] | None, _Read]:
    for pattern, rule in _RULES:
        match = pattern.match(text, at)
        if match is not None and match.end() > at:
            return match, rule(match, context)
    return None, _Read()
