from pathlib import Path

import msgspec
import pytest

from kg.errors import UnknownName
from kg.evaluate.draft import draft
from kg.evaluate.gold import read
from kg.evaluate.score import score
from kg.query.index import Index


def test_the_graph_is_right_by_its_own_draft(seeds_outputs: Path, tmp_path: Path) -> None:
    with Index(seeds_outputs) as index:
        path = tmp_path / "draft.json"
        path.write_bytes(msgspec.json.encode(draft(index, "000_automobile.txt")))
        gold = read(path)
        assert len(gold.articles) == 7
        figures = {f.name: f for f in score(index, [gold]).figures}
    for name in ("articles", "headlines", "bylines", "entities.core", "entities.extended", "evidence"):
        assert figures[name].f1 == 1.0, name
    assert figures["relations"].precision > 0.9


def test_a_page_that_was_not_built_is_named_with_those_that_were(seeds_outputs: Path) -> None:
    with Index(seeds_outputs) as index, pytest.raises(UnknownName) as caught:
        draft(index, "absent.txt")
    assert "000_automobile.txt" in caught.value.nearest
