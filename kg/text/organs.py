"""Names of party and state organs: what they are for, how they are shortened, and their full official form."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from kg.text import lexicon

_CLASS = frozenset("省市县区州盟旗镇乡")
_SUFFIXES = {"委": ("委员会", "委"), "办": ("办公室", "办")}


def organ_canonical(surface: str, division_name: str | None, level_name: str | None) -> str:
    """The full official form of an organ's name, with its division where one is given.

    市工信局 with 聊城市 → 聊城市工业和信息化局; 市委 with 聊城市 → 聊城市委. `level_name` is the division's level: a
    class word that fits it (市 for a city) stands for the division and is not repeated.
    """
    if surface in national():
        return national()[surface]
    body = _without_division(surface, division_name, level_name)
    if body is None:
        return surface
    return (
        (division_name or "") + canonical_body(body) if division_name else surface[: -len(body)] + canonical_body(body)
    )


def canonical_body(body: str) -> str:
    """The full form of an organ's name without its division: 工信局 → 工业和信息化局; unknown ones stay as they are."""
    known = bodies()
    if body in known:
        return known[body]
    for length in range(len(body) - 1, 1, -1):
        if body[:length] in known:
            return known[body[:length]] + body[length:]
    return body


def _without_division(surface: str, division: str | None, level: str | None) -> str | None:
    """`surface` after its division's name or class word; None where it has none and no division is given."""
    if division and surface.startswith(division):
        return surface[len(division) :]
    if surface[:1] in _CLASS and not (surface[:2] in ("市场", "区域", "县域", "乡村") or level == "country"):
        return surface[1:]
    return surface if division else None


@cache
def bodies() -> dict[str, str]:
    """Every known form of an organ without its division, and the full form it stands for."""
    found: dict[str, str] = {}
    for full, form in _stems():
        found.setdefault(form, full)
    for row in lexicon.rows("organ_bodies"):
        for form in (row[0], *_cells(row, 1)):
            found[form] = row[0]
    return found


@cache
def national() -> dict[str, str]:
    """Every known form of a national organ, and its full form."""
    return {form: row[0] for row in lexicon.rows("organs_national") for form in (row[0], *_cells(row, 1))}


@cache
def stems() -> frozenset[str]:
    """What organs are for, in full and in short: 工业和信息化, 工信, 教育 (教育部门, 住建系统)."""
    return frozenset(stem for row in lexicon.rows("organ_stems") for stem in (row[0], *_cells(row, 1)))


def _stems() -> Iterator[tuple[str, str]]:
    rows = lexicon.rows("organ_stems")
    for row in rows:
        for suffix in _cells(row, 2):
            for form in _SUFFIXES.get(suffix, (suffix,)):
                yield row[0] + _SUFFIXES.get(suffix, (suffix,))[0], row[0] + form
    for row in rows:
        for suffix in _cells(row, 2):
            for short in _cells(row, 1):
                for form in _SUFFIXES.get(suffix, (suffix,)):
                    yield row[0] + _SUFFIXES.get(suffix, (suffix,))[0], short + form


def _cells(row: tuple[str, ...], index: int) -> list[str]:
    return [cell for cell in row[index].split("|") if cell] if len(row) > index else []
