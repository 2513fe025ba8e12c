"""Records as JSON Lines: one object a line, sorted, for DuckDB, pandas and the eye."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec

from kg.model.graph import KnowledgeGraph

_encoder = msgspec.json.Encoder(order="deterministic")


def write(graph: KnowledgeGraph, folder: Path) -> None:
    """mentions.jsonl (entity as IRI), claims.jsonl, statements.jsonl, rejects.jsonl."""
    mentions = (msgspec.structs.replace(row, entity=graph.base + row.entity) for row in graph.mentions)
    _write(folder / "mentions.jsonl", mentions)
    _write(folder / "claims.jsonl", graph.claims)
    _write(folder / "statements.jsonl", graph.statements)
    _write(folder / "rejects.jsonl", graph.rejects)


def _write(path: Path, records: Iterable[msgspec.Struct]) -> None:
    with path.open("wb") as file:
        for record in records:
            file.write(_encoder.encode(record))
            file.write(b"\n")
