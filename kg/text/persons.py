"""What a person's name looks like: Chinese names by surname and given part, foreign names by their spelling.

Only the inner form is judged here; title and verb around it are the recogniser's evidence (`kg.recognise.persons`).
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from functools import cache

from kg.text import lexicon

_PRIOR = 4.4
"""Cost of any word of a newspaper being a Chinese person's name: about one in eighty."""
_SINGLE, _DOUBLE = 1.2, 0.4
"""Cost of a given part of one and of two characters."""
_HOMESTEAD, _HOMES = 5.0, frozenset("家庄沟店湾")
"""周家 is a family or a hamlet before it is a person."""
_RARE, _NEVER = 0.3, 0.01
_FOREIGN_PRIOR, _LETTER, _MIDDLE_DOT = 7.0, 5.3, 0.5
_PLURALS = frozenset("某氏")


@cache
def surnames() -> Mapping[str, float]:
    """Cost of each surname, from how many of 10,000 people bear it."""
    return {row[0]: -math.log(float(row[1]) / 10_000) for row in lexicon.rows("surnames")}


@cache
def _given() -> Mapping[str, float]:
    return {row[0]: -math.log((float(row[1]) or _NEVER) / 10_000) for row in lexicon.rows("given_name_characters")}


def price(name: str) -> float:
    """Cost of `name` as a Chinese personal name, comparable with `lattice.cost`; infinite for none.

    >>> price("李建国") < price("李的在")
    True
    """
    known = surnames()
    size = 2 if name[:2] in known and len(name) > 2 else 1
    head = known.get(name[:size])
    given = name[size:]
    if head is None or not 1 <= len(given) <= 2 or given[0] in _PLURALS:
        return math.inf
    table, rare = _given(), -math.log(_RARE / 10_000)
    body = sum(table.get(character, rare) for character in given)
    if len(given) == 1:
        return _PRIOR + head + body + (_HOMESTEAD if given in _HOMES else _SINGLE)
    return _PRIOR + head + body + _DOUBLE


def starts(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every stretch of `text` with the outer form of a Chinese name, longest first at each start.

    A single surname takes one or two characters more (a three-character given part does not occur in print), a
    compound one likewise: 欧阳修, 诸葛孔明; 欧阳 itself may also be 欧 + 阳.
    """
    known = surnames()
    for start, character in enumerate(text):
        compound = text[start : start + 2] in known
        if not compound and character not in known:
            continue
        for size in (4, 3, 2) if compound else (3, 2):
            end = start + size
            if end <= len(text) and text[start:end].isalpha():
                yield start, end


def is_chinese(name: str) -> bool:
    """Whether `name` has the outer form of a Chinese name."""
    return price(name) < math.inf


_RARELY = "再则孜荪茜伽契朔奎婕芭芮蓬蔡武汪牛焦聂肉昆易郎陶霞顾饶香龙才仙亭因生真祖谷通力农能女"
"""Characters that spell minority and foreign names, but are too common elsewhere to tell one without its ·."""


@cache
def _foreign() -> re.Pattern[str]:
    letters = "".join(lexicon.words("transliteration_characters"))
    more = letters + _RARELY
    dotted = f"[{more}]{{1,7}}(?:·[{more}]{{1,7}})+"
    return re.compile(f"{dotted}|[{letters}](?:[·-]?[{letters}])+")


def foreign_runs(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of the longest stretches that foreign and minority names are spelled with, · inside: 卡洛蒂."""
    return (match.span() for match in _foreign().finditer(text))


def foreign_price(name: str) -> float:
    """Cost of `name` as a foreign name spelled in characters: each character one of some 350."""
    return _FOREIGN_PRIOR + sum(_MIDDLE_DOT if character in "·-" else _LETTER for character in name)


def is_foreign(name: str) -> bool:
    """Whether every character of `name` is one that foreign names are spelled with.

    >>> is_foreign("卡洛蒂")
    True
    """
    return len(name) <= 20 and _foreign().fullmatch(name) is not None
