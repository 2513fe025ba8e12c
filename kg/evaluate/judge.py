"""Each statement of an annotated page, right or wrong: what a confidence is held against."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from sqlite3 import Row
from typing import Literal

import msgspec

from kg.evaluate import built as build
from kg.evaluate.gold import Gold
from kg.evaluate.match import bare, match
from kg.query.index import Index

StatementKind = Literal["relation", "post", "observation"]
_LEAST = 1e-9


class Judged(msgspec.Struct, frozen=True, kw_only=True):
    """A statement of the graph, and whether the annotation of its page has it."""

    statement: str
    kind: StatementKind
    confidence: float
    right: bool


class Bin(msgspec.Struct, frozen=True, kw_only=True):
    """One row of a reliability table: the statements whose confidence lies from `low` (included) to `high`."""

    low: float
    high: float
    count: int
    confidence: float
    """Mean of what was stated."""
    precision: float
    """Share of what is right."""


def judge(index: Index, gold: Gold) -> list[Judged]:
    """The statements that have evidence on the page that `gold` annotates, surest first; none where it was not built.

    Two statements that say what is annotated once (a number under two metrics) are right once: the surer one.
    """
    page = build.page(index, gold.document)
    if page is None:
        return []
    to_gold = match(page.entities, gold.entities)
    found = index.rows("SELECT id FROM page WHERE source = ? OR source LIKE ?", gold.document, f"%/{gold.document}")
    rows = sorted(build.statements(index, found[0]["id"]), key=lambda row: (-row["confidence"], row["id"]))
    relations = {_relation(r.s, r.p, r.o) for r in gold.relations}
    posts = [(p.person, bare(p.title), p.of) for p in gold.positions]
    numbers = Counter((o.s, round(o.value, 6), bare(o.unit or "")) for o in gold.observations)

    def mapped(id: str) -> str:
        return to_gold.get(id, id)

    checks: dict[str, Callable[[Row], bool]] = {
        "relation": lambda r: _relation(mapped(r["subject"]), r["predicate"], mapped(r["object"])) in relations,
        "post": lambda r: _take_post(posts, mapped(r["subject"]), bare(r["label"]), mapped(r["object"])),
        "observation": lambda r: _take_number(numbers, mapped(r["subject"]), float(r["value"]), bare(r["unit"] or "")),
    }
    return [
        Judged(statement=r["id"], kind=r["kind"], confidence=r["confidence"], right=checks[r["kind"]](r)) for r in rows
    ]


def _relation(s: str, p: str, o: str) -> tuple[str, str, str]:
    if p == "cooperatesWith":
        s, o = min(s, o), max(s, o)
    return s, "memberOf" if p == "leads" else p, o


def _take_post(left: list[tuple[str, str, str]], person: str, title: str, of: str) -> bool:
    for post in left:
        same = title == post[1] or bool(title and post[1] and (title.endswith(post[1]) or post[1].endswith(title)))
        if post[0] == person and post[2] == of and same:
            left.remove(post)
            return True
    return False


def _take_number(left: Counter[tuple[str, float, str]], subject: str, value: float, unit: str) -> bool:
    key = (subject, round(value, 6), unit)
    if left[key] <= 0:
        return False
    left[key] -= 1
    return True


def reliability(judged: Iterable[Judged], bins: int = 10) -> list[Bin]:
    """The reliability table of `judged`: `bins` equal steps of confidence, empty ones left out; 1.0 is in the last."""
    some = list(judged)
    found: list[Bin] = []
    for number in range(bins):
        rows = [j for j in some if min(bins - 1, int(j.confidence * bins + _LEAST)) == number]
        if rows:
            found.append(
                Bin(
                    low=number / bins, high=(number + 1) / bins, count=len(rows),
                    confidence=sum(j.confidence for j in rows) / len(rows),
                    precision=sum(j.right for j in rows) / len(rows),
                )
            )  # fmt: skip
    return found


def calibration_error(table: Sequence[Bin]) -> float:
    """Expected calibration error: how far stated and observed lie apart on average over the statements."""
    total = sum(row.count for row in table)
    return sum(row.count * abs(row.confidence - row.precision) for row in table) / total if total else 0.0
