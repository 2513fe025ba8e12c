import json
from pathlib import Path
from typing import Any

import pytest

from kg.errors import RecordError
from kg.evaluate.gold import read

GOLD: dict[str, Any] = {
    "document": "a.txt",
    "articles": [{"id": "a1", "first_line": 1, "last_line": 2}],
    "entities": [{"id": "e1", "type": "Company", "name": "海铜新材"}, {"id": "e2", "type": "Place", "name": "智利"}],
    "relations": [{"s": "e1", "p": "exportsTo", "o": "e2"}],
}


def _file(tmp_path: Path, gold: object) -> Path:
    path = tmp_path / "gold.json"
    path.write_text(json.dumps(gold, ensure_ascii=False), encoding="utf-8")
    return path


def test_a_page_is_read_with_what_may_be_left_out(tmp_path: Path) -> None:
    gold = read(_file(tmp_path, GOLD))
    assert [e.name for e in gold.entities] == ["海铜新材", "智利"]
    assert gold.positions == ()
    assert gold.articles[0].title is None


def test_a_wrong_type_is_named_with_its_place(tmp_path: Path) -> None:
    wrong = {**GOLD, "entities": [{"id": "e1", "type": "Firm", "name": "海铜新材"}]}
    with pytest.raises(RecordError, match=r"gold\.json.*Firm.*entities\[0\]\.type"):
        read(_file(tmp_path, wrong))


def test_a_fact_about_nobody_is_named(tmp_path: Path) -> None:
    wrong = {**GOLD, "relations": [{"s": "e1", "p": "exportsTo", "o": "e9"}]}
    with pytest.raises(RecordError, match=r"relations\[0\].*e9"):
        read(_file(tmp_path, wrong))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match=r"absent\.json"):
        read(tmp_path / "absent.json")
