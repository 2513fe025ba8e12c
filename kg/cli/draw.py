"""Answers as text on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any
from unicodedata import east_asian_width

import msgspec

from kg.cli.messages import kind, relation, say
from kg.query.answers import Card, Edge, Hit, Neighbourhood, Number, Report, Source, Stats, Trail, Why


def as_json(answer: object) -> None:
    """Any answer as JSON, Chinese as it is, keys in the order of the record."""
    print(msgspec.json.format(msgspec.json.encode(answer), indent=1).decode())


@contextmanager
def progress(enabled: bool) -> Iterator[Callable[[str, int, int], None] | None]:
    """A progress bar on standard error, or nothing."""
    if not enabled:
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(say("reading"), total=None)

        def tell(stage: str, done: int, total: int) -> None:
            name = {"pages": "reading"}.get(stage, stage)
            bar.update(task, description=say(name), completed=done, total=total)

        yield tell


def summary(found: Any) -> None:
    """What a build did."""
    print(say("built", pages=found.pages, articles=found.articles, output=found.output, seconds=found.seconds))
    types = "，".join(f"{kind(name)} {count}" for name, count in found.entities.items())
    print(say("entities", total=sum(found.entities.values()), types=types))
    print(
        say("facts", statements=found.statements, posts=found.posts, observations=found.observations,
            mentions=found.mentions, rejects=len(found.rejects))
    )  # fmt: skip


def neighbourhood(found: Neighbourhood) -> None:
    """`kg neighbors`."""
    print(f"{found.entity.name}  [{kind(found.entity.type)}]  {found.entity.id}")
    key = "edges_cut" if len(found.edges) < found.total else "edges"
    print(say(key, count=found.total, shown=len(found.edges)))
    for edge in found.edges:
        _edge(edge, show_near=edge.hop > 1)
    _numbers(found.numbers)


def card(found: Card) -> None:
    """`kg show`."""
    extra = "".join(f"  {value}" for value in (found.level, found.code, found.role) if value)
    print(f"{found.name}  [{kind(found.type)}]{extra}  {found.iri}")
    others = [name for name in found.names if name != found.name]
    if others:
        print(say("names", names="、".join(others)))
    if found.part_of:
        print(say("part_of", names=" < ".join(ref.name for ref in found.part_of)))
    if found.merged:
        print(say("merged", ids=" ".join(found.merged)))
    print(say("mentioned", mentions=found.mentions, count=len(found.articles)))
    for article in found.articles:
        print(f"  {article.title or say('no_title')}  {article.page}" + (f"  {article.date}" if article.date else ""))
    if found.edges:
        print(say("edges", count=len(found.edges)))
    for edge in found.edges:
        _edge(edge, show_near=False)
    _numbers(found.numbers)


def why(found: Why) -> None:
    """`kg why`."""
    print(f"{found.fact}   [{say(found.modality)}，{say('confidence')} {found.confidence:g}]  {found.statement}")
    for reading in found.readings:
        print()
        speaker = f"  ({reading.speaker.name})" if reading.speaker else ""
        print(say("rule", by=reading.by, confidence=f"{reading.confidence:g}") + speaker)
        source = reading.source
        print(say("at", page=source.page, start=source.start, end=source.end))
        print(f"{source.title or say('no_title')}" + (f"  {source.date}" if source.date else ""))
        print(f"  “{source.quote}”")
        for line in f"{reading.before}⟦{reading.printed}⟧{reading.after}".split("\n"):
            print(f"  │ {line}")


def hits(found: Sequence[Hit]) -> None:
    """`kg search`."""
    for hit in found:
        also = f" ({hit.matched})" if hit.matched != hit.entity.name else ""
        print(f"{pad(hit.entity.name + also, 40)} {pad(kind(hit.entity.type), 10)} {hit.mentions:>4}  {hit.entity.id}")


def trail(found: Trail) -> None:
    """`kg path`."""
    if not found.found:
        print(say("no_path", start=found.start.name, end=found.end.name, articles=found.articles))
        return
    if not found.edges:
        print(say("same", name=found.start.name))
    for edge in found.edges:
        _edge(edge, show_near=True)


def stats(found: Stats) -> None:
    """`kg stats`."""
    for title, counts in (("", found.totals), ("", found.entities), ("", found.relations), ("", found.modality)):
        print(title, end="")
        for name, count in counts.items():
            print(f"  {pad(_label(name), 20)}{count:>8}")
        print()


def _label(name: str) -> str:
    label = kind(name)
    return label if label != name else relation(name)


def report(found: Report) -> None:
    """`kg validate`."""
    if found.conforms:
        print(say("conforms", count=found.triples))
        return
    print(say("violations", count=len(found.violations)))
    for violation in found.violations:
        print(f"  {violation.focus}  {violation.path or ''}  {violation.value or ''}\n    {violation.message}")


def mentions(found: Sequence[Any]) -> None:
    """`kg mentions`."""
    for m in found:
        name = f" → {m.name}" if m.name != m.surface else ""
        print(f"{m.start:>5}–{m.end:<5} {pad(kind(m.type), 10)} {m.surface}{name}  ({m.confidence:g})")


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Rows in columns as wide as their longest cell, Chinese characters counting two."""
    widths = [max(width(cell) for cell in column) for column in zip(head, *rows, strict=True)] if head else []
    for row in (head, ["─" * size for size in widths], *rows):
        print("  ".join(pad(cell, size) for cell, size in zip(row, widths, strict=True)).rstrip())
    print(say("rows", count=len(rows)), file=sys.stderr)


def width(text: str) -> int:
    """Columns that `text` takes on a terminal."""
    return sum(2 if east_asian_width(ch) in "WF" else 1 for ch in text)


def pad(text: str, columns: int) -> str:
    """`text` filled with blanks up to `columns`."""
    return text + " " * max(0, columns - width(text))


def _edge(edge: Edge, show_near: bool) -> None:
    title = f"（{edge.title}）" if edge.title else ""
    mode = f"  [{say(edge.modality)}]" if edge.modality != "asserted" else ""
    near = edge.near.name if show_near else ""
    label = relation(edge.relation) + title
    arrow = f"{near} ─{label}→ {edge.far.name}" if edge.direction == "out" else f"{near} ←{label}─ {edge.far.name}"
    print(
        f"{'  ' * (edge.hop - 1)}{arrow.strip()}  [{kind(edge.far.type)}]{mode}  {edge.confidence:g}  {edge.statement}"
    )
    for source in edge.sources:
        _source(source, edge.hop)


def _numbers(found: Sequence[Number]) -> None:
    if found:
        print(say("numbers"))
    for number in found:
        period = f"  ({number.period})" if number.period else ""
        mode = f"  [{say(number.modality)}]" if number.modality != "asserted" else ""
        value = f"{number.value}{number.unit or ''}{period}{mode}"
        print(f"· {number.metric}: {value}  {number.confidence:g}  {number.statement}")
        for source in number.sources:
            _source(source, 1)


def _source(source: Source, depth: int) -> None:
    head = " · ".join(part for part in (source.title or say("no_title"), source.date, source.page) if part)
    print(f"{'  ' * depth}  “{source.quote}”\n{'  ' * depth}  —— {head} [{source.start}–{source.end}]")
