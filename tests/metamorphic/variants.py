"""One article printed in many ways: what changes is how it is set, never what it says."""

from __future__ import annotations

import re
from functools import cache
from itertools import count as counted
from itertools import pairwise
from typing import Any, NamedTuple

from kg.model.page import Article, Page
from kg.text.words import dictionary_cuts

WIDTHS = (12, 17, 25, 40)
_HAN = re.compile(r"[\u4e00-\u9fff]+")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_CLOSING = "，。；：！？、”’」』）》"
_WIDE = {code: chr(code + 0xFEE0) for code in [*range(0x30, 0x3A), *range(0x41, 0x5B), *range(0x61, 0x7B)]}
_WIDE[ord("%")] = "％"
_BEFORE = (
    "海雾散去渔灯亮",
    (
        "本报讯（记者 杭一舟）清晨的码头上，渔灯一盏接一盏亮起来。老船长说，雾散得比往年早，出海的人心里踏实。",
        "岸边的孩子们数着归来的船，谁家的船先靠岸，谁家的灶台就先冒烟。",
    ),
)
_AFTER = (
    "冬麦盖上雪棉被",
    (
        "本报讯（记者 麦小禾）一场大雪过后，田野安静下来。种了一辈子地的老人蹲在地头，捧起雪看了又看，说墒情正好。",
        "村里的广播响了，提醒大家开春前别忘了修整沟渠。",
    ),
)


class Story(NamedTuple):
    """An article without its setting: the phrases of its headline, its paragraphs, and what its page knows."""

    name: str
    headline: tuple[str, ...]
    paragraphs: tuple[str, ...]
    home: str | None
    issued: str | None


class Setting(NamedTuple):
    """A page that prints a story, and where on it the story stands."""

    page: Page
    start: int
    end: int
    story: Story


def story(article: Article) -> Story:
    """The article as reflowed."""
    head, body = article.printed[: article.body], article.printed[article.body :]
    return Story(
        f"{article.source}#{article.number}", tuple(head.split("\n")[:-1]), tuple(body.split("\n")), article.home,
        article.issued,
    )  # fmt: skip


def printed(
    told: Story, width: int = 20, headline: str = "before", neighbours: bool = False, wide: bool = False,
    strays: bool = False, traditional: bool = False,
) -> Setting:  # fmt: skip
    """The story set in a column of `width` characters, its headline `before` or `after` the body."""
    head, body = list(told.headline), list(told.paragraphs)
    if strays:
        body = [strewn(paragraph) for paragraph in body]
    if wide:
        body = [paragraph.translate(_WIDE) for paragraph in body]
    text = _set(head, body, width, headline)
    around = [_set([title], list(rows), width, headline) for title, rows in (_BEFORE, _AFTER)] if neighbours else []
    front = around[0] + "\n\n\n" if around else ""
    page = front + text + ("\n\n\n" + around[1] if around else "") + "\n"
    if traditional:
        page = in_traditional(page)
    return Setting(
        Page(id="f" * 16, source="page.txt", sha256="f" * 64, encoding="utf-8", text=page, issued=told.issued),
        len(front), len(front) + len(text), told,
    )  # fmt: skip


def _set(head: list[str], body: list[str], width: int, headline: str) -> str:
    columns = "\n".join(row for paragraph in body for row in wrapped("\u3000\u3000" + paragraph, width))
    title = "\n".join(row for phrase in head for row in wrapped(phrase, 30))
    parts = [columns, title] if headline == "after" else [title, columns]
    return "\n\n".join(part for part in parts if part)


def wrapped(paragraph: str, width: int) -> list[str]:
    """Rows of at most `width` characters (an ASCII character counts half); no row begins with a closing mark."""
    rows: list[str] = []
    row, used = "", 0.0
    for ch in paragraph:
        size = 0.5 if ch.isascii() else 1.0
        if used + size > width and ch not in _CLOSING and ch != " ":
            rows.append(row.rstrip())
            row, used = "", 0.0
        row += ch
        used += size
    return [*rows, row.rstrip()]


def strewn(paragraph: str) -> str:
    """Blanks inside words and numbers, as extraction leaves them: inside every twentieth word of Chinese characters,
    before the point of every third number and between the digits of those without one.
    """
    nth_word, nth_number = counted(1), counted(1)

    def word(text: str) -> str:
        if len(text) < 2 or not _HAN.fullmatch(text) or next(nth_word) % 20:
            return text
        return f"{text[: len(text) // 2]} {text[len(text) // 2 :]}"

    def number(match: re.Match[str]) -> str:
        text = match.group()
        if next(nth_number) % 3:
            return text
        return text.replace(".", " .") if "." in text else " ".join(text)

    text = "".join(word(paragraph[low:high]) for low, high in pairwise(dictionary_cuts(paragraph)))
    return _NUMBER.sub(number, text)


@cache
def _converter(way: str) -> Any:
    import opencc

    return opencc.OpenCC(way)


def in_traditional(text: str) -> str:
    """The same text in traditional characters, one for one."""
    rows = [_converter("s2t").convert(row) for row in text.split("\n")]
    assert [len(row) for row in rows] == [len(row) for row in text.split("\n")]
    return "\n".join(rows)


def in_simplified(text: str) -> str:
    """Back again."""
    return str(_converter("t2s").convert(text))
