"""One page of seeds/ through all stages, each stage as readable lines: `.ci/golden` writes them, a test compares them.

A line is a JSON record. Offsets come as the words that they cut out of the page, so that a changed line says what
changed; ids come as names. The lines are sorted, so that a new fact is one new line.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import msgspec

from kg import recognise, resources
from kg.config import Config
from kg.model.claim import Claim, Fact, Statement
from kg.model.graph import MentionRow
from kg.model.mention import Entity, Mention
from kg.model.page import Article, Page
from kg.read import discover, load
from kg.stages import fold
from kg.walk import walk

FOLDER = Path(__file__).parent
PAGE = "000_automobile.txt"
Row = dict[str, Any]


def files() -> dict[str, str]:
    """What stands in tests/golden/ for the page as the code reads it now, by the name of the file."""
    return {f"{stage}.jsonl": "".join(f"{_line(row)}\n" for row in rows) for stage, rows in stages().items()}


def stages() -> dict[str, list[Row]]:
    """The rows of each stage."""
    [page] = [p for source in discover([resources.seeds() / PAGE]) for p in load(source) if isinstance(p, Page)]
    config = Config()
    facts = walk(page, config)
    graph = fold([facts], [], config)
    known = {entity.id: entity for entity in facts.entities}
    merged = {entity.id: entity for entity in graph.entities}
    number = {article.id: article.number for article in facts.articles}
    found = [(article, m) for article in facts.articles for m in recognise.run(article, neural=config.neural)]
    folded = [_statement(s, merged) for s in graph.statements]
    return {
        "read": [{"source": page.source, "encoding": page.encoding, "sha256": page.sha256, "issued": page.issued}],
        "segment": [_article(article) for article in facts.articles],
        "recognise": [_mention(article, mention) for article, mention in found],
        "link": [
            *(_link(row, known, number) for row in facts.mentions),
            *_sorted(_entity(entity, number) for entity in facts.entities),
        ],
        "extract": _sorted(_claim(claim, known, number) for claim in facts.claims),
        "resolve": _sorted(_entity(entity, number) for entity in graph.entities),
        "assemble": _sorted([*folded, *(msgspec.to_builtins(reject) for reject in graph.rejects)]),
    }


def _line(row: Row) -> str:
    return json.dumps({name: value for name, value in row.items() if value not in (None, [], "")}, ensure_ascii=False)


def _sorted(rows: Iterable[Row]) -> list[Row]:
    return sorted(rows, key=_line)


def _article(article: Article) -> Row:
    return {
        "article": article.number, "kind": article.kind, "start": article.start, "end": article.end,
        "title": article.title, "dateline": article.dateline, "issued": article.issued, "home": article.home,
        "bylines": [f"{byline.role} {byline.name}" for byline in article.bylines],
        "headline": article.text[: article.body],
        "sentences": [article.text[start:end] for start, end in article.sentences if start >= article.body],
    }  # fmt: skip


def _mention(article: Article, mention: Mention) -> Row:
    return {
        "article": article.number, "start": article.offsets[mention.start],
        "end": article.offsets[mention.end - 1] + 1, "surface": mention.surface, "type": mention.type,
        "by": mention.by, "confidence": round(mention.confidence, 3), "anaphor": mention.anaphor or None,
    }  # fmt: skip


def _link(row: MentionRow, known: Mapping[str, Entity], number: Mapping[str, int]) -> Row:
    return {
        "article": number[row.article], "start": row.start, "end": row.end, "surface": row.surface,
        "entity": known[row.entity].name, "type": row.type, "why": row.why, "confidence": row.confidence,
    }  # fmt: skip


def _entity(entity: Entity, number: Mapping[str, int]) -> Row:
    return {
        "type": entity.type, "name": entity.name, "names": [name for name in entity.names if name != entity.name],
        "id": entity.id, "level": entity.level, "code": entity.code, "role": entity.role, "part_of": entity.part_of,
        "articles": [number[id] for id in entity.articles],
    }  # fmt: skip


def _claim(claim: Claim, known: Mapping[str, Entity], number: Mapping[str, int]) -> Row:
    evidence = claim.evidence
    return {
        "article": number[evidence.article], "fact": _fact(claim.fact, known), "modality": claim.modality,
        "by": claim.by, "confidence": claim.confidence, "start": evidence.start, "end": evidence.end,
        "quote": evidence.quote, "speaker": known[claim.speaker].name if claim.speaker else None,
    }  # fmt: skip


def _statement(statement: Statement, known: Mapping[str, Entity]) -> Row:
    return {
        "fact": _fact(statement.fact, known), "modality": statement.modality, "confidence": statement.confidence,
        "by": list(statement.by), "claims": len(statement.claims), "evidence": len(statement.evidence),
    }  # fmt: skip


def _fact(fact: Fact, known: Mapping[str, Entity]) -> Row:
    """The fields of a fact that are set, entities by their names."""
    fields: dict[str, Any] = msgspec.to_builtins(fact)
    named = {name: known[value].name if value in known else value for name, value in fields.items()}
    return {name: value for name, value in named.items() if value is not None}


if __name__ == "__main__":
    for name, text in files().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
