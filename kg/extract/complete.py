"""Whether a number and its words make a whole: nothing of the sentence is cut off, and nothing foreign is left in.

The last gate before a number is told. What was put together from scraps of a sentence (下沉到社区和小区党员,
发行国内首单) is left out, since a reader of the graph has no sentence around it.
"""

from __future__ import annotations

import re

from kg.text import words
from kg.text.quantities import Quantity

_AFTER = re.compile(r"(?:多|余|以上|以下|以内|左右|上下|之多|之间)*")
_STOPS = "，。；：！？、…）”’\n（—"
_JOINS = re.compile(r"(?:和|及|以及|与|或)(?!谐)")
_TELLS = frozenset({"v", "d", "ad", "p", "vd", "i", "a", "z", "t", "c", "nz", "vn"})
_FOREIGN = frozenset({"r", "uz", "uv", "ud", "ug", "y", "e", "o", "h"})
_GOVERN = ("为", "向", "给", "把", "由", "被", "替", "帮")
_ALLOWED = ("对", "向", "为", "比", "给", "在", "把", "与", "同", "于", "至", "用于", "按照", "根据")
_LOOSE = frozenset(("使", "让", "就", "才", "仅", "尚", "却", "将", "便"))
_LEFT_OVER = re.compile(r"\d[余多万亿]*(?:人|项|家|个|户|名|元|吨|亩)|第(?!.{0,2}$|[一二三四五六七八九十\d])")
_HARMLESS = re.compile(r"[各每全本其]\w*|为期|同期|\w{3,}")
_DIVISIONS = frozenset("省市县区乡镇村")


def complete(text: str, quantity: Quantity, end: int, name: str) -> bool:
    """Whether `name` says all that the clause (up to `end`) says of the number's thing, in words that belong to it."""
    if _LEFT_OVER.search(name):
        return False
    behind = _AFTER.match(text, quantity.end)
    at = behind.end() if behind else quantity.end
    tokens = words.tagged(name)
    if text.startswith("的", at) and quantity.kind != "count":
        verb = tokens[-1][1] == "v" and (len(tokens) < 2 or tokens[-2][1][0] not in "nv")
        return _pure(tokens) and not verb
    return (name in _DIVISIONS or _pure(tokens)) and _whole(text[at:end], name, tokens)


def _whole(rest: str, name: str, tokens: list[tuple[str, str]]) -> bool:
    """Whether what follows the number is nothing, a noun that `name` has in full, or a noun and what is said of it."""
    plain = re.sub("[“”‘’]", "", rest).removeprefix("的")
    if not plain or plain[0] in _STOPS or _JOINS.match(plain):
        return True
    size = next((cut for cut in range(len(plain), 0, -1) if name.endswith(plain[:cut])), 0)
    left = plain[size:]
    if not left or left[0] in _STOPS or left[0].isdigit() or _JOINS.match(left):
        return True
    if left[0] == "的":
        return left[1:2].isdigit() or tokens[0][1] == "v"
    word, tag = words.tagged(left)[0]
    return tag in _TELLS or left[len(word) : len(word) + 1] in ("了", "着", "过")


def _pure(tokens: list[tuple[str, str]]) -> bool:
    if any(tag in _FOREIGN and not _HARMLESS.fullmatch(word) for word, tag in tokens):
        return False
    if any(tag == "p" and word not in _ALLOWED for word, tag in tokens[1:]):
        return False
    if any(word in _LOOSE for word, _ in tokens[1:]):
        return False
    return sum(tag in ("d", "p", "c") for _, tag in tokens[1:]) <= 2


def governed(left: str) -> bool:
    """Whether a number stands behind a preposition whose verb comes later: 为X市的(4家)医院提供."""
    tokens = words.tagged(left)
    last = max((place for place, (word, tag) in enumerate(tokens) if tag == "p" and word in _GOVERN), default=None)
    return last is not None and last + 1 < len(tokens) and not any(tag[0] == "v" for _, tag in tokens[last + 1 :])
