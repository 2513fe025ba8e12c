"""Numbers as newspapers write them: `1,234.5`, 十二, 三千五百, 二〇二四, 百分之三十 (the digits of it)."""

from __future__ import annotations

import re

HAN = "零〇一二两三四五六七八九十百千万亿"
"""Every character of a Chinese numeral."""
_DIGIT = {ch: value for value, ch in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}
_PLACE = {"十": 10, "百": 100, "千": 1000}
_LARGE = re.compile(r"[万亿]+$")
_DOUBLED = re.compile(r"[一二两三四五六七八九]{2}")


def parse(text: str) -> int | None:
    """The whole number that a Chinese numeral says (三千五百 → 3500, 二〇二四 → 2024), None where it is not one.

    A pair of digits without a place (三四, 七八十) is an estimate, not a number: None.
    """
    if not text or any(ch not in _DIGIT and ch not in _PLACE and ch not in "万亿" for ch in text):
        return None
    if all(ch in _DIGIT for ch in text):
        return _spelled(text)
    if _DOUBLED.search(text):
        return None
    if "万" in text or "亿" in text:
        return _with_cn2an(text)
    return _below_ten_thousand(text)


def split(text: str) -> tuple[str, str] | None:
    """Value and the magnitude that stays in the unit: 十二万 → ("12", "万"), 三千五百 → ("3500", "").

    A magnitude alone is a round number: 万 → ("10000", ""), 亿 → ("1", "亿"), 百万 → ("100", "万"). Zero (零件) counts
    nothing.
    """
    if text in ("万", "亿"):
        return ("10000", "") if text == "万" else ("1", "亿")
    large = _LARGE.search(text)
    if large and large.start() > 0:
        value = parse(text[: large.start()])
        return None if not value or large.group() not in ("万", "亿", "万亿") else (str(value), large.group())
    value = parse(text)
    return None if not value else (str(value), "")


def _spelled(text: str) -> int | None:
    """Digits one by one are a number only singly or as a year or code (二〇二四); 三四 is an estimate."""
    if len(text) > 1 and not ("〇" in text or "零" in text or len(text) == 4):
        return None
    return int("".join(str(_DIGIT[ch]) for ch in text))


def _below_ten_thousand(text: str) -> int | None:
    total, digit, last = 0, None, 10_000
    for ch in text:
        if ch in _PLACE:
            place = _PLACE[ch]
            if place >= last:
                return None
            total += (1 if digit is None else digit) * place
            digit, last = None, place
        elif ch in "零〇":
            last, digit = min(last, 100), None
        else:
            digit = _DIGIT[ch]
    if digit is not None:
        # 三千五 is 3500, but after 十 or a zero the digit counts ones
        total += digit * (last // 10 if last >= 100 and text[-2] in _PLACE else 1)
    return total


def _with_cn2an(text: str) -> int | None:
    # imported here because cn2an loads a text-processing suite that costs a fifth of a second
    import cn2an

    try:
        value = cn2an.cn2an(text, "normal")
    except (ValueError, KeyError, IndexError):
        return None
    return int(value) if value == int(value) else None
