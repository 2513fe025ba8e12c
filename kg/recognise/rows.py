"""Several names with one class word behind them: “春雨润苗”“银企牵手”等活动, 青年故事分享会、诗歌朗诵会等活动."""

from __future__ import annotations

import re
from collections.abc import Iterator

_AND_SO_ON = re.compile(r"[”’]等")
_QUOTE_BEFORE = re.compile(r"[“‘][^“”‘’\n]{2,30}[”’]$")
_TAIL = re.compile(r"等([\u3400-\u9fffA-Za-z0-9“”‘’]{0,20}?)(?=[，。；：、！？,;:!?\n\s）)的]|$)")
_REACH = 34
_LIST = re.compile(
    r"(?:开展|举办|组织|举行|推出|参加|开展了|举办了|组织了|举行了|参加了|推出了)"
    r"((?:[\u3400-\u9fffA-Za-z0-9“”·（）]{2,36}、){1,9}[\u3400-\u9fffA-Za-z0-9“”·（）]{2,36}?)等[\u3400-\u9fff“”]{0,8}活动"
)


def quoted(text: str, classes: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Start and end (marks included) of each quotation of a row that “…等” and a word of `classes` sum up."""
    for hit in _AND_SO_ON.finditer(text):
        tail = _TAIL.match(text, hit.end() - 1)
        if tail is None or not classes.search(tail.group(1)):
            continue
        end = hit.end() - 1
        while quote := _QUOTE_BEFORE.search(text[max(0, end - _REACH) : end]):
            start = end - len(quote.group())
            yield start, end
            end = start - 1 if text[start - 1 : start] in ("、", "和") else start


def listed(text: str, endings: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Start and end of the long items before “等活动” that end in a word of `endings`; 志愿服务、岗位建功 are none."""
    for row in _LIST.finditer(text):
        start = row.start(1)
        for item in row.group(1).split("、"):
            bare = item.removeprefix("了")
            offset = start + len(item) - len(bare)
            if len(bare) >= 6 and endings.search(bare):
                yield offset, start + len(item)
            start += len(item) + 1
