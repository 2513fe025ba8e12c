"""What the words of a date mean, once a day to see them from is known: 去年, 9月, 前三季度, 春节期间."""

from __future__ import annotations

from datetime import date

import msgspec

from kg.text.numerals import parse

_RELATIVE = {"今": 0, "本": 0, "去": -1, "上": -1, "前": -2, "明": 1, "后": 2}
# years whose first day of the lunar year falls in January; in all others it is in February
_JANUARY_SPRING = frozenset({2001, 2004, 2006, 2009, 2012, 2014, 2017, 2020, 2023, 2025, 2028, 2031, 2033, 2036, 2039})
_FESTIVALS = {"国庆": 10, "元旦": 1, "五一": 5, "劳动节": 5, "清明": 4}
_PLANS = {"九五": 1996, "十五": 2001, "十一五": 2006, "十二五": 2011, "十三五": 2016, "十四五": 2021, "十五五": 2026}


class Seen(msgspec.Struct, frozen=True, kw_only=True):
    """The day that relative words are seen from, as far as it is known."""

    year: int | None = None
    month: int | None = None
    day: int | None = None


def seen_from(reference: str | None) -> Seen:
    """`reference` is an ISO year, month or day; anything else counts as unknown."""
    parts = (reference or "").split("-")
    if not parts[0] or len(parts) > 3 or not all(part.isascii() and part.isdigit() for part in parts):
        return Seen()
    year, month, day = ([int(part) for part in parts] + [None, None])[:3]
    if year is None or not 1 <= year <= 9999 or (month is not None and not 1 <= month <= 12):
        return Seen()
    return Seen(year=year, month=month, day=day)


def number(text: str | None) -> int | None:
    """Digits of either script as a number: `09` → 9, 十一 → 11."""
    if not text:
        return None
    return int(text) if text.isascii() and text.isdigit() else parse(text)


def year_of(word: str | None, seen: Seen, carried: int | None) -> tuple[int | None, bool]:
    """The year that a word says (2024, 二〇二四, 今, 去) and whether it is stated rather than relative.

    No word: the year carried from earlier in the sentence, else None (see `year_for`).
    """
    if not word:
        return carried, False
    if word in _RELATIVE:
        return (None if seen.year is None else seen.year + _RELATIVE[word]), False
    if word in ("当", "同"):
        return carried, False
    return number(word), True


def year_for(month: int, seen: Seen) -> int | None:
    """The year of a month printed without one: the reference's own, but the year before for autumn seen in spring.

    News tells what was, so 11月 in a paper of February is last November, and 3月 in a paper of December this March.
    """
    if seen.year is None or seen.month is None:
        return seen.year
    return seen.year - 1 if seen.month <= 3 and month >= 10 else seen.year


def month_iso(year: int | None, month: int | None) -> str | None:
    """`2024-09`; None where there is no such month or no year."""
    if year is None or month is None or not 1 <= month <= 12 or not 1000 <= year <= 9999:
        return None
    return f"{year:04}-{month:02}"


def day_iso(year: int | None, month: int | None, day: int | None) -> str | None:
    """`2024-02-09`; None where the calendar has no such day."""
    if year is None or month is None or day is None:
        return None
    try:
        return date(year, month, day).isoformat() if year >= 1000 else None
    except ValueError:
        return None


def year_iso(year: int | None) -> str | None:
    """`2024`, for years of four digits."""
    return str(year) if year is not None and 1000 <= year <= 9999 else None


def interval(first: str | None, last: str | None) -> str | None:
    """`first/last`, one of them where they are the same, None where either is missing or they run backwards."""
    if first is None or last is None or first > last:
        return None
    return first if first == last else f"{first}/{last}"


def festival_month(name: str, year: int) -> int | None:
    """The month in which a festival's holidays begin."""
    if name == "春节":
        return 1 if year in _JANUARY_SPRING else 2
    return _FESTIVALS.get(name)


def plan_years(name: str) -> str | None:
    """Years of a five-year plan: 十四五 → 2021/2025."""
    first = _PLANS.get(name)
    return None if first is None else f"{first}/{first + 4}"
