"""The stages in order over all pages, and the publishing of what they give."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter

import msgspec

from kg import assemble, export, resolve
from kg.config import Config
from kg.errors import ConfigError, ReadError
from kg.model.claim import Post, Reject
from kg.model.graph import KnowledgeGraph
from kg.model.page import Page
from kg.read import discover, load, merge_copies
from kg.text import gazetteer
from kg.views import html
from kg.walk import PageFacts, walk

Progress = Callable[[str, int, int], None]
"""Called with the stage's name, how many pages are done, and how many there are."""

_WORTH_A_POOL = 24
"""Pages below which starting worker processes costs more than it saves."""


class Summary(msgspec.Struct, frozen=True, kw_only=True):
    """What a build did. `rejects` names every input that was left out; `seconds` is the only figure that varies."""

    output: str
    pages: int
    articles: int
    entities: dict[str, int]
    statements: int
    posts: int
    observations: int
    mentions: int
    rejects: tuple[Reject, ...]
    seconds: float
    published: bool = True
    """Whether outputs were written: not where every input was rejected, which leaves those of the last build."""


def build(
    paths: Sequence[Path], output: Path, config: Config, jobs: int = 0, progress: Progress | None = None
) -> Summary:
    """Build the graph of the pages at `paths` (files or folders) and publish it in the folder `output`.

    `jobs` processes share the pages (0: as many as there are cores, one where the pages are few). Unreadable inputs
    become rejects; the rest is built. Where all are rejected nothing is published, so that a mistyped path or a
    broken delivery never replaces a good graph. Raises ConfigError where there is nothing to read at `paths`.
    """
    started, began = datetime.now(UTC), perf_counter()
    tell = progress or (lambda stage, done, total: None)
    _check(config)
    pages, rejects = read_pages(paths, output)
    if not pages:
        nothing = fold((), rejects, config)
        return _summary(nothing, output, round(perf_counter() - began, 2), published=False)
    # an output that cannot be written is better known before the work than after it
    output.mkdir(parents=True, exist_ok=True)
    facts = list(_each(pages, config, jobs, tell))
    tell("resolve", len(pages), len(pages))
    graph = fold(facts, rejects, config)
    tell("export", len(pages), len(pages))
    with export.publishing(output) as fresh:
        export.write(graph, fresh)
        html.write(graph, fresh / "graph.html")
        seconds = round(perf_counter() - began, 2)
        run = {"started": started.isoformat(timespec="seconds"), "seconds": seconds}
        export.write_manifest(graph, config, run, fresh)
    return _summary(graph, output, seconds)


def _check(config: Config) -> None:
    """Raises ConfigError for a home that no division bears: 我市 would silently mean nothing."""
    if config.home is not None and not any(division.coded for division in gazetteer.load().named(config.home)):
        raise ConfigError(
            f"home: no division is called {config.home!r}; give its full name, such as 聊城市",
            f"home：没有名为“{config.home}”的行政区划，请写全称，如 聊城市",
        )


def read_pages(paths: Sequence[Path], output: Path | None = None) -> tuple[list[Page], list[Reject]]:
    """The pages at `paths` sorted by source, and what could not be read. What lies in `output` was written by a
    build and is no page. Raises ConfigError where there is no file.
    """
    sources = discover(paths)
    if output is not None:
        written = os.path.realpath(output)
        sources = [source for source in sources if not Path(os.path.realpath(source.path)).is_relative_to(written)]
    if not sources:
        places = ", ".join(str(path) for path in paths)
        raise ConfigError(f"no file to read at {places}", f"没有可读的文件：{places}")
    pages: list[Page] = []
    rejects: list[Reject] = []
    for source in sources:
        for found in load(source):
            if isinstance(found, ReadError):
                rejects.append(Reject(source=found.source, stage="read", reason=found.reason))
            else:
                pages.append(found)
    return merge_copies(pages), sorted(rejects, key=lambda reject: (reject.source, reject.reason))


def fold(facts: Iterable[PageFacts], rejects: Iterable[Reject], config: Config) -> KnowledgeGraph:
    """The pages' facts as one graph: entities made canonical, claims folded into statements."""
    ordered = sorted(facts, key=lambda f: f.page.source)
    claims = sorted((claim for f in ordered for claim in f.claims), key=lambda c: c.id)
    homes = {article.id: article.home for f in ordered for article in f.articles}
    resolution = resolve.run(
        (entity for f in ordered for entity in f.entities),
        [claim.fact for claim in claims if isinstance(claim.fact, Post)],
        homes,
    )
    statements, refused = assemble.run(claims, resolution.of, resolution.entities)
    kept = [s for s in statements if s.confidence >= config.min_confidence]
    mentions = (msgspec.structs.replace(row, entity=resolution.of(row.entity)) for f in ordered for row in f.mentions)
    authors = (
        msgspec.structs.replace(author, person=resolution.of(author.person)) for f in ordered for author in f.authors
    )
    return KnowledgeGraph(
        base=config.base,
        pages=tuple(f.page for f in ordered),
        articles=tuple(article for f in ordered for article in f.articles),
        entities=tuple(resolution.entities[key] for key in sorted(resolution.entities)),
        redirects=tuple(sorted(resolution.redirects.items())),
        statements=tuple(kept),
        claims=tuple(claims),
        mentions=tuple(mentions),
        authors=tuple(authors),
        rejects=(*rejects, *refused),
    )


def _each(pages: Sequence[Page], config: Config, jobs: int, tell: Progress) -> Iterator[PageFacts]:
    """The facts of each page, in the order of the pages."""
    total = len(pages)
    workers = min(jobs or (os.cpu_count() or 1), max(1, total // _WORTH_A_POOL) if jobs == 0 else total)
    if workers <= 1:
        for done, page in enumerate(pages, 1):
            yield walk(page, config)
            tell("pages", done, total)
        return
    # spawn, not fork: the same start on every platform, and no inherited state that could differ
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        for done, facts in enumerate(pool.map(partial(walk, config=config), pages, chunksize=4), 1):
            yield facts
            tell("pages", done, total)


def _summary(graph: KnowledgeGraph, output: Path, seconds: float, published: bool = True) -> Summary:
    kinds = Counter(statement.fact.__class__.__name__ for statement in graph.statements)
    types = Counter(entity.type for entity in graph.entities if entity.articles)
    return Summary(
        output=str(output),
        pages=len(graph.pages),
        articles=len(graph.articles),
        entities={kind: types[kind] for kind in sorted(types)},
        statements=kinds["Relation"],
        posts=kinds["Post"],
        observations=kinds["Observation"],
        mentions=sum(1 for row in graph.mentions if not row.anaphor),
        rejects=graph.rejects,
        seconds=seconds,
        published=published,
    )
