"""Precision, recall and F1 of a built graph, point by point, with everything that was missed or made up."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import get_args

import msgspec

from kg.evaluate import built as build
from kg.evaluate.built import BuiltArticle, BuiltPage
from kg.evaluate.gold import Gold, GoldArticle
from kg.evaluate.match import CORE, EXTENDED, alike, bare, match
from kg.model.claim import Predicate
from kg.query.index import Index

PREDICATES = tuple(predicate for predicate in get_args(Predicate) if predicate != "leads")
ROWS = (
    "articles", "headlines", "bylines", "entities.core", *CORE, "entities.extended", *EXTENDED, "relations",
    *(f"rel.{predicate}" for predicate in PREDICATES), "positions", "observations", "evidence",
)  # fmt: skip
"""The rows of the scoreboard in order."""
_SAME_LINES = 0.8
"""Share of lines (intersection over union) from which a built article is the annotated one."""


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """One row of the scoreboard."""

    name: str
    precision: float
    recall: float
    f1: float
    right: int
    built: int
    gold: int


class Miss(msgspec.Struct, frozen=True, kw_only=True):
    """Something that the graph lacks (`missed`), or has and should not (`spurious`), or has wrongly (`wrong`)."""

    document: str
    verdict: str
    what: str
    detail: str


class Scoreboard(msgspec.Struct, frozen=True, kw_only=True):
    """All figures in a fixed order, and every miss."""

    figures: tuple[Figure, ...]
    misses: tuple[Miss, ...]


class _Tally:
    def __init__(self) -> None:
        self.counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
        self.misses: list[Miss] = []

    def add(self, names: Iterable[str], right: int, made: int, wanted: int) -> None:
        for name in names:
            for i, n in enumerate((right, made, wanted)):
                self.counts[name][i] += n

    def miss(self, document: str, verdict: str, what: str, details: Iterable[str]) -> None:
        self.misses.extend(Miss(document=document, verdict=verdict, what=what, detail=d) for d in sorted(details))


def score(index: Index, golds: Iterable[Gold]) -> Scoreboard:
    """The scoreboard of the graph behind `index` on annotated pages; each page is held only against what the graph
    derives from that page.
    """
    tally = _Tally()
    for gold in golds:
        page = build.page(index, gold.document)
        if page is None:
            tally.miss(gold.document, "missed", "page", [gold.document])
            page = BuiltPage("", [], [], {}, set(), [], [], [])
        _articles(tally, gold, page)
        to_gold = _entities(tally, gold, page)
        _relations(tally, gold, page, to_gold)
        _positions(tally, gold, page, to_gold)
        _observations(tally, gold, page, to_gold)
        _evidence(tally, gold, page)
    return Scoreboard(
        figures=tuple(_figure(name, *tally.counts[name]) for name in ROWS if name in tally.counts),
        misses=tuple(tally.misses),
    )


def _figure(name: str, right: int, made: int, wanted: int) -> Figure:
    precision, recall = right / made if made else 0.0, right / wanted if wanted else 0.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return Figure(name=name, precision=round(precision, 4), recall=round(recall, 4), f1=round(f1, 4), right=right,
                  built=made, gold=wanted)  # fmt: skip


def _printed_lines(text: str, start: int, end: int) -> set[int]:
    rows = text.split("\n")
    first, last = text.count("\n", 0, start) + 1, text.count("\n", 0, max(start, end - 1)) + 1
    return {n for n in range(first, last + 1) if n <= len(rows) and rows[n - 1].strip()}


def _articles(tally: _Tally, gold: Gold, page: BuiltPage) -> None:
    rows = page.text.split("\n")
    left = [(a, _printed_lines(page.text, a.start, a.end)) for a in page.articles]
    pairs: list[tuple[GoldArticle, BuiltArticle]] = []
    for want in gold.articles:
        lines = {n for n in range(want.first_line, want.last_line + 1) if n <= len(rows) and rows[n - 1].strip()}
        best = max(left, key=lambda item: len(lines & item[1]) / max(1, len(lines | item[1])), default=None)
        if best and len(lines & best[1]) / max(1, len(lines | best[1])) >= _SAME_LINES:
            left.remove(best)
            pairs.append((want, best[0]))
        else:
            tally.miss(gold.document, "missed", "article", [want.title or f"lines {want.first_line}-{want.last_line}"])
    tally.add(["articles"], len(pairs), len(page.articles), len(gold.articles))
    titled = sum(1 for a in gold.articles if a.title)
    wrong = [(w, b) for w, b in pairs if w.title and not (b.title and alike(bare(w.title), bare(b.title)))]
    right = sum(1 for w, _ in pairs if w.title) - len(wrong)
    tally.add(["headlines"], right, titled, titled)
    tally.miss(gold.document, "wrong", "headline", (f"{w.title} ≠ {b.title}" for w, b in wrong))
    for want, have in pairs:
        names, authors = {bare(n) for n in (*want.reporters, *want.correspondents)}, {bare(n) for n in have.authors}
        tally.add(["bylines"], len(names & authors), len(authors), len(names))
        tally.miss(gold.document, "missed", "byline", names - authors)
        tally.miss(gold.document, "spurious", "byline", authors - names)


def _entities(tally: _Tally, gold: Gold, page: BuiltPage) -> dict[str, str]:
    to_gold = match(page.entities, gold.entities)
    right = Counter(e.type for e in page.entities if e.id in to_gold)
    made, wanted = Counter(e.type for e in page.entities), Counter(str(e.type) for e in gold.entities)
    for kind in sorted({*made, *wanted}):
        group = "entities.core" if kind in CORE else "entities.extended"
        tally.add([group, kind], right[kind], made[kind], wanted[kind])
        found = set(to_gold.values())
        missed = (e.name for e in gold.entities if e.type == kind and e.id not in found)
        tally.miss(gold.document, "missed", kind, missed)
        extra = ("/".join(sorted(e.names)) for e in page.entities if e.type == kind and e.id not in to_gold)
        tally.miss(gold.document, "spurious", kind, extra)
    return to_gold


def _names(gold: Gold, page: BuiltPage) -> dict[str, str]:
    return {**page.names, **{e.id: e.name for e in gold.entities}}


def _relations(tally: _Tally, gold: Gold, page: BuiltPage, to_gold: dict[str, str]) -> None:
    def ordered(s: str, p: str, o: str) -> tuple[str, str, str]:
        return (min(s, o), p, max(s, o)) if p == "cooperatesWith" else (s, p, o)

    wanted = {ordered(r.s, r.p, r.o) for r in gold.relations}
    made = {ordered(to_gold.get(s, s), p, to_gold.get(o, o)) for s, p, o in page.relations}
    names = _names(gold, page)
    for p in PREDICATES:
        w, m = {t for t in wanted if t[1] == p}, {t for t in made if t[1] == p}
        if w or m:
            tally.add(["relations", f"rel.{p}"], len(w & m), len(m), len(w))
        for verdict, some in (("missed", w - m), ("spurious", m - w)):
            tally.miss(gold.document, verdict, p, (f"{names.get(s, s)} → {names.get(o, o)}" for s, _, o in some))


def _positions(tally: _Tally, gold: Gold, page: BuiltPage, to_gold: dict[str, str]) -> None:
    left = [(p.person, bare(p.title), p.of) for p in gold.positions]
    made = sorted(
        {(to_gold.get(person, person), bare(title), to_gold.get(of, of)) for person, title, of in page.positions}
    )
    names, wanted, spurious = _names(gold, page), len(left), []
    for person, title, of in made:
        hit = next((w for w in left if w[0] == person and w[2] == of and _same_title(title, w[1])), None)
        if hit:
            left.remove(hit)
        else:
            spurious.append(f"{names.get(person, person)} {title} @ {names.get(of, of)}")
    tally.add(["positions"], wanted - len(left), len(made), wanted)
    tally.miss(gold.document, "spurious", "position", spurious)
    tally.miss(gold.document, "missed", "position", (f"{names[p]} {title} @ {names[of]}" for p, title, of in left))


def _same_title(a: str, b: str) -> bool:
    return a == b or bool(a and b and (a.endswith(b) or b.endswith(a)))


def _observations(tally: _Tally, gold: Gold, page: BuiltPage, to_gold: dict[str, str]) -> None:
    left = Counter((o.s, round(o.value, 6), bare(o.unit or "")) for o in gold.observations)
    made = Counter((to_gold.get(s, s), round(float(v), 6), bare(u or "")) for s, _, v, u in page.observations)
    names = _names(gold, page)
    tally.add(["observations"], (left & made).total(), made.total(), left.total())
    for verdict, some in (("missed", left - made), ("spurious", made - left)):
        tally.miss(
            gold.document, verdict, "observation", (f"{names.get(s, s)} {v:g} {u}" for s, v, u in some.elements())
        )


def _evidence(tally: _Tally, gold: Gold, page: BuiltPage) -> None:
    wrong = [q for start, end, q in page.evidence if "".join(page.text[start:end].split()) != "".join(q.split())]
    tally.add(["evidence"], len(page.evidence) - len(wrong), len(page.evidence), len(page.evidence))
    tally.miss(gold.document, "wrong", "evidence", wrong)
