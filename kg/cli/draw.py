"""Answers as text on a terminal."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from typing import Any

import msgspec

from kg.cli.labels import label
from kg.cli.language import choose
from kg.cli.messages import say
from kg.evaluate.score import Scoreboard
from kg.query.answers import Card, Edge, Hit, Neighbourhood, Number, Report, Source, Stats, Trail, Why
from kg.text.columns import pad, width

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


_GROUPS = frozenset({"articles", "headlines", "bylines", "entities.core", "entities.extended", "relations",
                     "positions", "observations", "evidence"})  # fmt: skip
"""Rows of the scoreboard that are not indented."""


def put(text: str = "") -> None:
    """One or more lines, without what would steer the terminal: pages come from anywhere."""
    print(_CONTROL.sub("\ufffd", text))


def as_json(answer: object) -> None:
    """Any answer as JSON, Chinese as it is, keys in the order of the record."""
    print(msgspec.json.format(msgspec.json.encode(answer), indent=1).decode())


def summary(found: Any) -> None:
    """What a build did."""
    put(say("built", pages=found.pages, articles=found.articles, output=found.output, seconds=found.seconds))
    types = say("comma").join(f"{label(name)} {count}" for name, count in found.entities.items())
    put(say("entities", total=sum(found.entities.values()), types=types))
    put(
        say("facts", statements=found.statements, posts=found.posts, observations=found.observations,
            mentions=found.mentions, rejects=len(found.rejects))
    )  # fmt: skip


def neighbourhood(found: Neighbourhood) -> None:
    """`kg neighbors`."""
    put(f"{found.entity.name}  [{label(found.entity.type)}]  {found.entity.id}")
    key = "edges_cut" if len(found.edges) < found.total else "edges"
    put(say(key, count=found.total, shown=len(found.edges)))
    for edge in found.edges:
        _edge(edge, show_near=edge.hop > 1)
    _numbers(found.numbers, found.total_numbers)


def card(found: Card) -> None:
    """`kg show`."""
    extra = "".join(f"  {label(value)}" for value in (found.level, found.code, found.role) if value)
    put(f"{found.name}  [{label(found.type)}]{extra}  {found.iri}")
    others = [name for name in found.names if name != found.name]
    if others:
        put(say("names", names=say("list").join(others)))
    if found.part_of:
        put(say("part_of", names=" < ".join(ref.name for ref in found.part_of)))
    if found.merged:
        put(say("merged", ids=" ".join(found.merged)))
    put()
    put(say("mentioned", mentions=found.mentions, count=len(found.articles)))
    for article in found.articles:
        put("  " + _joined(article.title or say("no_title"), article.date, article.page))
    if found.edges:
        put()
        put(say("edges", count=len(found.edges)))
    for edge in found.edges:
        _edge(edge, show_near=False)
    _numbers(found.numbers, len(found.numbers))


def why(found: Why) -> None:
    """`kg why`."""
    mode = "" if found.modality == "asserted" else f"  [{label(found.modality)}]"
    period = f"  ({found.period})" if found.period else ""
    if found.object is None:
        fact = f"{found.subject.name} · {found.label}{say('colon')}{found.value}{period}"
    else:
        fact = f"{found.subject.name} ─{_relation(found.relation, found.label)}→ {found.object.name}"
    put(f"{fact}{mode}  {say('confidence', value=f'{found.confidence:g}')}  {found.statement}")
    for reading in found.readings:
        put()
        speaker = say("speaker", name=reading.speaker.name) if reading.speaker else ""
        put(say("rule", by=reading.by, confidence=f"{reading.confidence:g}") + speaker)
        source = reading.source
        put(_joined(source.title or say("no_title"), source.date))
        put(say("at", page=source.page, start=source.start, end=source.end))
        put(f"  “{source.quote}”")
        for line in f"{reading.before}⟦{reading.printed}⟧{reading.after}".split("\n"):
            put(f"  │ {line}".rstrip())


def hits(found: Sequence[Hit]) -> None:
    """`kg search`."""
    names = [hit.entity.name + (f" ({hit.matched})" if hit.matched != hit.entity.name else "") for hit in found]
    columns = max(map(width, names), default=0)
    kinds = max((width(label(hit.entity.type)) for hit in found), default=0)
    for hit, name in zip(found, names, strict=True):
        put(f"{pad(name, columns)}  {pad(label(hit.entity.type), kinds)}  {hit.mentions:>4}  {hit.entity.id}")


def trail(found: Trail) -> None:
    """`kg path`."""
    if not found.found:
        put(say("no_path", start=found.start.name, end=found.end.name, articles=found.articles))
        return
    if not found.edges:
        put(say("same", name=found.start.name))
    for edge in found.edges:
        _edge(edge, show_near=True)


def stats(found: Stats) -> None:
    """`kg stats`."""
    totals = {say(f"total_{name}"): count for name, count in found.totals.items()}
    parts = (
        ("head_totals", totals),
        *((f"head_{head}", {label(name): count for name, count in counts.items()})
          for head, counts in (("entities", found.entities), ("relations", found.relations),
                               ("modality", found.modality))),
    )  # fmt: skip
    columns = max(width(name) for _, counts in parts for name in counts)
    for number, (head, counts) in enumerate(part for part in parts if part[1]):
        if number:
            put()
        put(say(head))
        for name, count in counts.items():
            put(f"  {pad(name, columns)}  {count:>8,}")


def report(found: Report) -> None:
    """`kg validate`."""
    if found.conforms:
        put(say("conforms", count=found.triples))
        return
    put(say("violations", count=len(found.violations)))
    language = choose("zh", "en")
    for violation in found.violations:
        message = violation.message.get(language) or "; ".join(violation.message.values())
        term = violation.term.get(language) or violation.path
        put(f"· {message}")
        put("  " + _joined(violation.name, violation.focus, term, violation.value))


def mentions(found: Sequence[Any]) -> None:
    """`kg mentions`."""
    kinds = max((width(label(m.type)) for m in found), default=0)
    for m in found:
        name = f" → {m.name}" if m.name != m.surface else ""
        put(f"{m.start:>5}–{m.end:<5} {pad(label(m.type), kinds)}  {m.surface}{name}  ({m.confidence:g})")


def scoreboard(found: Scoreboard, misses: bool) -> None:
    """`kg eval`: the figures, and the misses where they do not go to a file."""
    head = ["", "P", "R", "F1", *choose("正确 图谱 标注", "right built gold").split()]
    rows = [
        [("" if f.name in _GROUPS else "  ") + label(f.name.removeprefix("rel.")), f"{f.precision:.3f}",
         f"{f.recall:.3f}", f"{f.f1:.3f}", str(f.right), str(f.built), str(f.gold)]
        for f in found.figures
    ]  # fmt: skip
    table(head, rows)
    for miss in found.misses if misses else ():
        put(f"{miss.document}  {say(miss.verdict)}  {label(miss.what)}  {miss.detail}")


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Rows in columns as wide as their longest cell, Chinese characters counting two."""
    cells = [[" ".join(cell.split("\n")) for cell in row] for row in rows]
    widths = [max(map(width, column)) for column in zip(head, *cells, strict=True)]
    for row in (head, ["─" * size for size in widths], *cells):
        put("  ".join(pad(cell, size) for cell, size in zip(row, widths, strict=True)).rstrip())
    if sys.stderr.isatty():
        print(say("rows", count=len(rows)), file=sys.stderr)


def _joined(*parts: str | None) -> str:
    return " · ".join(part for part in parts if part)


def _relation(name: str, title: str | None) -> str:
    return label(name) + (choose(f"（{title}）", f" ({title})") if title else "")


def _edge(edge: Edge, show_near: bool) -> None:
    mode = f"  [{label(edge.modality)}]" if edge.modality != "asserted" else ""
    near = edge.near.name if show_near else ""
    words = _relation("formerPost" if edge.former else edge.relation, edge.title)
    arrow = f"{near} ─{words}→ {edge.far.name}" if edge.direction == "out" else f"{near} ←{words}─ {edge.far.name}"
    held = say("comma").join(
        say(text, day=day)
        for text, day in (("since", edge.held_from), ("until", edge.held_until), ("seen", edge.held_on))
        if day and (text != "seen" or not (edge.held_from or edge.held_until))
    )
    dates = f"  {held}" if held else ""
    indent = "  " * (edge.hop - 1)
    put(f"{indent}{arrow.strip()}  [{label(edge.far.type)}]{dates}{mode}  {edge.confidence:g}  {edge.statement}")
    for source in edge.sources:
        _source(source, indent + "    ")


def _numbers(found: Sequence[Number], total: int) -> None:
    if found:
        put()
        put(say("numbers_cut" if len(found) < total else "numbers", count=total, shown=len(found)))
    for number in found:
        period = f"  ({number.period})" if number.period else ""
        mode = f"  [{label(number.modality)}]" if number.modality != "asserted" else ""
        value = f"{number.value}{number.unit or ''}{period}{mode}"
        put(f"{number.metric}{say('colon')}{value}  {number.confidence:g}  {number.statement}")
        for source in number.sources:
            _source(source, "    ")


def _source(source: Source, indent: str) -> None:
    place = f"{source.page} [{source.start}–{source.end}]"
    put(f"{indent}“{source.quote}”\n{indent}—— {_joined(source.title or say('no_title'), source.date, place)}")
