"""When: the day that an article reports on, and the year that the page lives in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

_DAY = re.compile(r"(?:(?P<y>(?:19|20)\d\d)\s*年\s*)?(?P<m>\d{1,2})\s*月\s*(?P<d>\d{1,2})\s*日")
_BARE = re.compile(r"(?<![\d月至到—-])(?P<d>\d{1,2})日(?!报|均|产|讯|电|常|前|内|游)")
_NOT_LEAD = re.compile(r"(?:去年|上年|前年|截至|截止|截至目前|自|从|至|到|—|-|年度|昨年|将于|定于|预计|于去年)$")
_FULL = re.compile(r"(?P<y>(?:19|20)\d\d)\s*(?:年|[-./])\s*(?P<m>\d{1,2})\s*(?:月|[-./])\s*(?P<d>\d{1,2})")
_YEAR = re.compile(r"(?<!\d)(?P<y>(?:19[89]|20[0-4])\d)(?!\d|\.\d|[元万亿个家名人只台头亩吨米次户辆件])")
_AHEAD = re.compile(r"(?:(?<!截)(?<!截止)[到至]|力争|确保|计划|预计|规划|展望|迈向|面向|[—–-])$")
_PAST = re.compile(r"(?:去年|上年|刚刚过去的|刚过去的|告别|回顾)[^。，]{0,4}$")
_CLOSED_YEAR = re.compile(r"年\s*(?:底|末|全年|年底|年末)")
_MONTH = re.compile(r"\s*年\s*(\d{1,2})\s*月")
_PLANNED = re.compile(r"预计|计划|拟|将|力争|定于|有望")
_LATER = re.compile(r"(?:届|级|年度?计划|年底前|年前|年远景|年议程|年愿景|年目标|年可持续)")
_BEGUN = r"{0}\s*年\s*(?:\d|第?[一1]季度|春|新年|元旦|以来)|{0}(?!年)"
LEAD = 220
"""How far into the body the lead may reach, in characters."""


class MonthDay(NamedTuple):
    """A day whose year may be unknown."""

    year: int | None
    month: int
    day: int


def lead_day(text: str, opening: int) -> MonthDay | None:
    """The day of the first paragraph of `text` (a body); `opening` is where the head of the report ends in it.

    The text's own date comes before that of the head (本报北京1月16日电), of which it may take the month.
    """
    head = _DAY.search(text, 0, opening)
    lead = text[opening : opening + LEAD].lstrip().split("\n", 1)[0]
    said = next((m for m in _DAY.finditer(lead) if not _NOT_LEAD.search(lead[: m.start()])), None)
    if said is not None:
        return _valid(said["y"], said["m"], said["d"])
    if head is None:
        return None
    sentence = re.split("[。！？]", lead, maxsplit=1)[0]
    bare = next((m for m in _BARE.finditer(sentence) if not _NOT_LEAD.search(sentence[: m.start()])), None)
    if bare is not None and int(bare["d"]) <= int(head["d"]):
        return _valid(head["y"], head["m"], bare["d"])
    return _valid(head["y"], head["m"], head["d"])


def printed_day(texts: Iterable[str]) -> str | None:
    """The first full date of the page heads: 第8版 2025年4月12日 星期六."""
    for text in texts:
        match = _FULL.search(text)
        found = _valid(match["y"], match["m"], match["d"]) if match else None
        if found and found.year:
            return iso(found, found.year)
    return None


def year_of(text: str, months: Iterable[int]) -> int | None:
    """The year in which a page appeared, from the years that it names; `months` are those of its datelines.

    The latest year counts that is not ahead (到2030年, 2025届). Where it is closed already (截至2025年底, 刚刚过去的
    2024年), the page is of the year after.
    """
    months = sorted(months)
    latest_month = months[-1] if months else 0
    years: set[int] = set()
    named: set[int] = set()
    for match in _YEAR.finditer(text):
        before, after = text[max(0, match.start() - 16) : match.start()], text[match.end() : match.end() + 8]
        if _AHEAD.search(before) or _LATER.match(after) or (not after.startswith("年") and before[-1:].isascii()):
            continue
        year = int(match["y"])
        month = _MONTH.match(after)
        named.add(year)
        # A month that the datelines have not reached yet lies in the year before them.
        unreached = month and latest_month and int(month[1]) > latest_month and not _PLANNED.search(before)
        if _PAST.search(before) or _CLOSED_YEAR.match(after) or unreached:
            year += 1
        years.add(year)
    if not years:
        return None
    latest = max(years)
    if latest in named and months and months[0] <= 3 and not re.search(_BEGUN.format(latest), text):
        return latest + 1
    return latest


def settle(found: MonthDay | None, issued: str | None, year: int | None) -> str | None:
    """ISO form of a day: its own year, else the last such day that is not after the issue, else the page's year."""
    if found is None:
        return None
    if found.year:
        return iso(found, found.year)
    if issued and len(issued) == 10:
        last = int(issued[:4])
        ahead = (found.month, found.day) > (int(issued[5:7]), int(issued[8:]))
        return iso(found, last - 1 if ahead else last)
    return iso(found, year) if year else None


def iso(found: MonthDay, year: int) -> str | None:
    """ISO form of the day in `year`, None where there is no such day."""
    try:
        return date(year, found.month, found.day).isoformat()
    except ValueError:
        return None


def _valid(year: str | None, month: str, day: str) -> MonthDay | None:
    found = MonthDay(int(year) if year else None, int(month), int(day))
    return found if iso(found, found.year or 2000) else None
