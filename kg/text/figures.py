"""Numerals where they stand in a text, before it is known what they count: 1,234.5, 十二万, 百分之三, 1/4, 一半."""

from __future__ import annotations

import re
from decimal import Decimal

import msgspec

from kg.text import numerals


class Number(msgspec.Struct, frozen=True, kw_only=True):
    """A numeral with its magnitude, before its unit is known."""

    start: int
    end: int
    value: str
    magnitude: str = ""
    arabic: bool = True
    unit: str | None = None
    """Set where the numeral says it all: 百分之三 → %."""
    kind: str | None = None


NUMBER = re.compile(
    r"(?P<of>[百千]分之)(?P<share>[零〇一二两三四五六七八九十百]+(?:点[零一二三四五六七八九]+)?|\d+(?:\.\d+)?)"
    r"|(?P<under>[二三四五六七八九十百]+)分之(?P<over>[一二两三四五六七八九十百]+)"
    r"|(?<![\d/.])(?P<part>\d{1,2})/(?P<whole>\d{1,3})(?![\d/.%])"
    r"|(?P<arabic>\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d,])|\d+(?:\.\d+)?)"
    r"|(?P<half>一半)"
    r"|(?P<han>(?<![唯统单之其同逐划专合])[零〇一二两三四五六七八九十百千万亿]+)(?P<point>点[零一二三四五六七八九]+)?"
)
"""Whatever may be a numeral; `number_of` says whether it is one."""


def number_of(match: re.Match[str]) -> Number | None:
    """The number that a match of `NUMBER` says; None for an estimate (三四) and for what is no number (1/0)."""
    start, end = match.span()
    if match["arabic"]:
        return Number(start=start, end=end, value=match["arabic"].replace(",", ""))
    if match["half"]:
        return Number(start=start, end=end, value="0.5", kind="fraction")
    if match["of"]:
        share = match["share"] if match["share"].isascii() else _han_decimal(match["share"])
        unit = "%" if match["of"][0] == "百" else "‰"
        return (share and Number(start=start, end=end, value=share, unit=unit, kind="rate")) or None
    if match["part"]:
        return _fraction(start, end, int(match["part"]), int(match["whole"]))
    if match["over"]:
        return _fraction(start, end, numerals.parse(match["over"]), numerals.parse(match["under"]))
    if match["point"]:
        value = _han_decimal(match[0])
        return (value and Number(start=start, end=end, value=value, arabic=False)) or None
    han = match["han"]
    parts = numerals.split(han)
    return (parts and Number(start=start, end=end, value=parts[0], magnitude=parts[1], arabic=False)) or None


def _fraction(start: int, end: int, over: int | None, under: int | None) -> Number | None:
    if not over or not under or over >= under:
        return None
    value = str(round(Decimal(over) / Decimal(under), 6).normalize())
    return Number(start=start, end=end, value=value, kind="fraction")


def _han_decimal(text: str) -> str | None:
    whole, _, tail = text.partition("点")
    value = numerals.parse(whole)
    digits = "".join(str(numerals.parse(ch)) for ch in tail)
    return None if value is None else (f"{value}.{digits}" if digits else str(value))
