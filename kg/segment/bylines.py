"""Who wrote it: reporters and correspondents in all the styles in which newspapers name them."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

import msgspec

from kg.text import lexicon

Role = Literal["reporter", "correspondent"]

_HAN = "\u3400-\u9fff"
_BULLET = "■□▲△◆◇●○★☆►▶◎"
_ORGAN = (
    r"(?:本\s*报|本\s*台|本\s*网|本\s*刊|新华社|中新社|人民网|新华网|央视"
    rf"|[{_HAN}]{{2,8}}(?:日报|晚报|时报|商报|晨报|网|社|台))"
)
_RANK = (
    r"(?:驻[\u3400-\u9fff]{1,8}|赴[\u3400-\u9fff]{1,10}|全媒体|融媒体|融媒|见习|实习|首席|特约|特派|高级|主任|采访|执笔|参与|"
    r"文字|摄影|视频)"
)
_ROLE = re.compile(
    rf"(?:{_ORGAN}\s*)?(?:{_RANK}\s*)*"
    r"(?:(?P<r>记\s*者|评\s*论\s*员|作\s*者|执\s*笔|撰\s*文|编辑部|实\s*习\s*生)|(?P<c>通\s*讯\s*员))\s*[:：]?\s*"
)
_TAIL = re.compile(
    r"\s*(?:综合|联合|采访|摄影|图文|文图|现场|发自[\u3400-\u9fff]{2,6})*"
    r"(?:报道|报导|摄影|摄|整理|采写|采访|供图|供稿|制图|撰文|文\s*[/／、]\s*图|文并摄|图\s*[/／、]\s*文|(?<=[\s/／])[文图电写])\s*$"
)
_NAME = re.compile(rf"[{_HAN}]{{2,4}}$|[{_HAN}]{{1,8}}(?:·[{_HAN}]{{1,8}})+$")
_TOKEN = re.compile(r"[^\s、，,/／;；:：和()（）]+")
_OFTEN = 20
_TWO_OR_ONE = 4
"""As many characters may be two names or one of a people other than the Han."""
_NOT_NAMES = frozenset(
    [
        "报道", "报导", "摄影", "整理", "采写", "综合", "采访", "供图", "供稿", "制图", "文图", "图文", "摄",
        "文", "图", "电", "等", "和", "本报", "本报讯", "特稿", "评论", "编辑部", "采访组", "报道组",
    ]
)  # fmt: skip
_HEAD = re.compile(
    rf"(?:据)?(?:{_ORGAN})(?:[{_HAN}·]{{2,9}})??(?:\s*(?:\d\d?\s*月)?\s*\d\d?\s*日)?\s*(?:专\s*)?(?:讯|电|消\s*息|综合报道|综合消息)"
    rf"|(?:据)?新\s*华\s*社[{_HAN}]{{0,10}}(?:\s*\d\d?\s*月\s*\d\d?\s*日)?\s*(?:专)?电|[{_HAN}]{{2,6}}讯(?=\s*[（(])"
)
_CLOSING = re.compile(
    rf"[{_BULLET}]|[（(](?=[^（）()]*[）)]\s*$)|(?<=[。！？”\s）)])(?={_ORGAN}|记者|通讯员)"
    rf"|(?<=[。！？”）)])\s*(?=[{_HAN}](?:\s?[{_HAN}]){{1,3}}\s*摄\s*$)"
)
_PAREN = re.compile(r"\s*[（(]\s*([^（）()。]{2,160}?)\s*[）)]")


class Author(msgspec.Struct, frozen=True, kw_only=True):
    """A name of a byline: `start`/`end` count in the text that was searched; `name` has no blank inside."""

    name: str
    role: Role
    start: int
    end: int


class Opening(msgspec.Struct, frozen=True, kw_only=True):
    """本报讯（记者 … 通讯员 …） at the beginning of a text."""

    end: int
    authors: tuple[Author, ...]


def opening(text: str) -> Opening | None:
    """The head of a report that `text` begins with (本报讯, 新华社…电, 本报…讯, with the names in brackets)."""
    start = len(text) - len(text.lstrip())
    head = _HEAD.match(text, start)
    end = head.end() if head else start
    paren = _PAREN.match(text, end)
    if paren is None:
        return Opening(end=end, authors=()) if head else None
    authors = _brackets(paren, bare="correspondent" if head else None)
    if authors:
        return Opening(end=paren.end(), authors=authors)
    return Opening(end=end, authors=()) if head else None


def _brackets(paren: re.Match[str], bare: Role | None) -> tuple[Author, ...]:
    authors = credits(paren.group(1), paren.start(1))
    if not authors and bare and not _ROLE.search(paren.group(1)):
        authors = names(paren.group(1), paren.start(1), bare, strict=True)
    return authors


def closing(text: str) -> tuple[int, tuple[Author, ...]] | None:
    """Where the credit begins that `text` ends with (（记者 …）, ■ 本报记者 …, … 摄), and the names in it."""
    tail = text[-120:]
    base = len(text) - len(tail)
    for mark in _CLOSING.finditer(tail):
        authors = byline(tail[mark.start() :], base + mark.start())
        if authors:
            return base + mark.start(), authors
    return None


def byline(text: str, base: int = 0) -> tuple[Author, ...]:
    """The authors of a text that is nothing but a byline or credit; none where it is anything else.

    ■ 本报记者 …, □记者 … 通讯员 … 报道, （本报记者 …）, … 摄, 作者：…. Positions count from `base`.
    """
    if len(text) > 240 or "。" in text:
        return ()
    start, end = 0, len(text)
    while start < end and (text[start].isspace() or text[start] in _BULLET + "（("):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in "）)。"):
        end -= 1
    inner = re.match(r"(?:综\s*合|据|图\s*[/／]|文\s*[/／]|文/图|图/文|文图|图文)+\s*[:：]?\s*", text[start:end])
    start += inner.end() if inner else 0
    marked = start > 0 and not text[start - 1 : start].isalnum()
    found = credits(text[start:end], base + start, strict=not marked)
    if found:
        return found
    tail = re.search(r"(?:摄影报道|摄影|摄|文[/／]图|供图|整理)\s*(?:[（(][^（）()]{2,8})?$", text[start:end])
    if tail and tail.start():
        return names(text[start : start + tail.start()], base + start, "reporter", strict=True)
    return ()


def signature(text: str, base: int = 0) -> tuple[Author, ...]:
    """The authors of a bare ■ name or （name） (a commentary's); none where anything else stands there."""
    if len(text) > 24 or not text or text[0] not in _BULLET + "（(":
        return ()
    if text[0] in "（(":
        return names(text[1:-1], base + 1, "reporter", strict=True) if text[-1] in "）)" else ()
    return names(text[1:], base + 1, "reporter", strict=True)


def credits(text: str, base: int = 0, strict: bool = False) -> tuple[Author, ...]:  # noqa: A001
    """The authors of `记者 甲 乙 通讯员 丙`: the whole of `text` must consist of roles and names.

    `strict` asks that names glued to their role begin with a surname: 通讯员队伍建设 is no byline.
    """
    roles = list(_ROLE.finditer(text))
    if not roles or text[: roles[0].start()].strip(" \u3000，,、执笔"):
        return ()
    authors: list[Author] = []
    for match, following in zip(roles, [*roles[1:], None], strict=True):
        end = following.start() if following else len(text)
        role: Role = "correspondent" if match["c"] else "reporter"
        glued = strict and not text[match.end() - 1].isspace()
        found = names(text[match.end() : end], base + match.end(), role, strict=glued)
        if not found and text[match.end() : end].strip():
            return ()
        authors.extend(found)
    return tuple(authors)


def names(text: str, base: int, role: Role, strict: bool = False) -> tuple[Author, ...]:
    """The names of a list (blanks or 、 between them; a blank inside a two-character name is bridged).

    None at all where something else stands among them; `strict` also asks that each begins with a surname.
    """
    tail = _TAIL.search(text)
    if tail and tail.start():
        text = text[: tail.start()]
    pieces = [(m.start(), m.end()) for m in _TOKEN.finditer(text)]
    authors: list[Author] = []
    for start, end in _bridged(text, pieces):
        name = "".join(text[start:end].split())
        if name in _NOT_NAMES:
            continue
        split = [] if surnamed(name) else _split(name)
        if split or not _NAME.match(name) or (strict and not surnamed(name)):
            if strict or not split or end - start != len(name):
                return ()
            authors.extend(
                Author(name=part, role=role, start=base + start + at, end=base + start + at + len(part))
                for at, part in split
            )
            continue
        authors.append(Author(name=name, role=role, start=base + start, end=base + end))
    return tuple(authors)


def _bridged(text: str, pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in pieces:
        if joined and end - start == 1 and not text[joined[-1][1] : start].strip():
            before = joined[-1]
            if before[1] - before[0] == 1 or (before[1] - before[0] == 2 and text[before[0] : before[1]] in _double()):
                joined[-1] = (before[0], end)
                continue
        joined.append((start, end))
    return joined


def surnamed(name: str) -> bool:
    """Whether `name` looks like a Chinese person's: a surname and one or two more, or parts joined by ·."""
    if "·" in name:
        return True
    if name[:2] in _double():
        return 3 <= len(name) <= 4
    return name[:1] in _surnames() and 2 <= len(name) <= 3


def _split(run: str) -> list[tuple[int, str]]:
    # Names printed without blanks: only where exactly one cutting gives surnames throughout.
    if not 4 <= len(run) <= 12:
        return []
    ways: list[list[tuple[int, str]]] = []

    def walk(at: int, parts: list[tuple[int, str]]) -> None:
        if at == len(run):
            ways.append(parts)
            return
        for size in (2, 3):
            part = run[at : at + size]
            if len(part) == size and surnamed(part) and len(ways) < 2:
                walk(at + size, [*parts, (at, part)])

    walk(0, [])
    if len(ways) != 1 or (len(run) == _TWO_OR_ONE and not all(part[0] in _common() for _, part in ways[0])):
        return []
    return ways[0]


@cache
def _surnames() -> frozenset[str]:
    return frozenset(word for word in lexicon.words("surnames") if len(word) == 1)


@cache
def _common() -> frozenset[str]:
    """Surnames of at least two in a thousand people."""
    return frozenset(row[0] for row in lexicon.rows("surnames") if len(row) > 1 and float(row[1]) >= _OFTEN)


@cache
def _double() -> frozenset[str]:
    return frozenset(word for word in lexicon.words("surnames") if len(word) == 2)
