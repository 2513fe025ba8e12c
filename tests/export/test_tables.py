"""JSON Lines: a record a line, offsets in the page, reasons for what was left out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec

from kg.model.claim import Claim, Statement
from kg.model.graph import KnowledgeGraph
from kg.text.normalise import squash
from tests.fixtures import FIRM


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_a_mention_has_the_fields_that_readers_rely_on(outputs: Path, graph: KnowledgeGraph) -> None:
    texts = {page.source: page.text for page in graph.pages}
    found = rows(outputs / "mentions.jsonl")
    assert len(found) == len(graph.mentions) == 17
    for row in found:
        assert {"page", "article", "start", "end", "surface", "type", "entity", "confidence", "by", "why"} <= set(row)
        assert squash(texts[row["page"]][row["start"] : row["end"]]) == squash(row["surface"])
    assert f"https://kg.example/id/{FIRM}" in {row["entity"] for row in found}


def test_claims_and_statements_load_back_as_records(outputs: Path, graph: KnowledgeGraph) -> None:
    def read(name: str, kind: type) -> tuple[object, ...]:
        lines = (outputs / name).read_bytes().splitlines()
        return tuple(msgspec.json.decode(line, type=kind) for line in lines)

    assert read("claims.jsonl", Claim) == graph.claims
    assert read("statements.jsonl", Statement) == graph.statements


def test_a_reject_says_what_was_left_out_where_and_why(outputs: Path) -> None:
    unread, forbidden = rows(outputs / "rejects.jsonl")
    assert (unread["source"], unread["stage"], unread["reason"]) == ("broken.txt", "read", "文件是空的")
    assert forbidden["stage"] == "assemble"
    assert "listedOn" in forbidden["reason"]
