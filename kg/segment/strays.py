"""Blanks that extraction leaves inside words of running text: 有色 金属和农副产 品加工.

A blank between two Chinese characters may also part names (记者 王海峰 赵敏), the halves of a slogan (“甲 乙”) or a
label from its sentence (●高唐县 近日…). Only what is certainly none of these is a stray.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import accumulate

from kg.segment.units import Unit
from kg.text.normalise import squash
from kg.text.words import dictionary_cuts, known

_BLANK = re.compile(r"(?<=[\u3400-\u9fff”》])(?<![。！？]”)[ \u00a0](?=[\u3400-\u9fff“《])")
_RUNNING = re.compile(r"[。；]|，[^，]+，")
_AUTHORS = re.compile(r"(?:记者|通讯员|实习生|作者|评论员|摄影|编辑|整理|执笔|报道|[讯电])[^。，！？：]{0,20}$")
_OPEN = re.compile(r"[“《（(「『][^”》）)」』。]{0,40}$")
_LABEL = re.compile(r"[●◆■□▲★☆◇○]|第[一二三四五六七八九十百]+[章节条]$|^[^。，；：！？]{0,8}$")
_LEAST_RUNNING = 40
_LEAST_PIECE = 6
"""Characters without a blank on both sides that only running text has: names and labels are shorter."""
_AROUND = 8


def strays(unit: Unit) -> frozenset[int]:
    """Where on the page the blanks stand that are inside running text of `unit` by mistake."""
    text = unit.text
    if unit.kind != "body" or len(text) < _LEAST_RUNNING or " " not in text.replace("\u00a0", " "):
        return frozenset()
    if not _RUNNING.search(text):
        return frozenset()
    ends = list(accumulate(len(line.text) for line in unit.lines))
    found: set[int] = set()
    row = 0
    for blank in _BLANK.finditer(text):
        at = blank.start()
        while at >= ends[row]:
            row += 1
        if _stray(text, at):
            found.add(unit.lines[row].end - (ends[row] - at))
    return frozenset(found)


def _stray(text: str, at: int) -> bool:
    left, right = text[max(0, at - 60) : at], text[at + 1 : at + 30]
    before = squash(left)
    if _AUTHORS.search(before[-28:]):
        return False
    if _inside_word(before[-_AROUND:], squash(right)[:_AROUND]):
        return True
    if _OPEN.search(before) or _LABEL.search(before[-12:] if len(before) > 12 else before):
        return False
    return len(left.split()[-1]) >= _LEAST_PIECE and len(right.split()[0]) >= _LEAST_PIECE


def _inside_word(left: str, right: str) -> bool:
    """Whether a dictionary word that is not two words itself begins in `left` and ends in `right` (环境|保护 is)."""
    cuts = dictionary_cuts(left + right)
    at = len(left)
    if at in cuts:
        return False
    after = bisect_left(cuts, at)
    first, last = left[cuts[after - 1] :], right[: cuts[after] - at]
    return min(len(first), len(last)) < 2 or not (known(first) and known(last))
