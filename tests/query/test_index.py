"""Names are found however they are typed; nothing can be changed."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import msgspec
import pytest

from kg.errors import AmbiguousName, NotBuilt, UnknownName
from kg.query.index import Index
from tests import fixtures
from tests.fixtures import CHAIRMAN, CITY, COUNTY_ID, FIRM, MAGISTRATE, REGION, SHORT


@pytest.mark.parametrize(
    "name",
    ["海铜新材料股份有限公司", " 海铜 新材 ", "“海铜新材”", "海铜　新材", FIRM, SHORT, f"https://kg.example/id/{FIRM}"],
)
def test_a_firm_is_found_by_any_name_id_or_spelling(index: Index, name: str) -> None:
    assert index.find(name).id == FIRM


@pytest.mark.parametrize("name", ["RCEP成员国", "rcep成员国", "ＲＣＥＰ成员国", "ｒcep 成员国"])
def test_width_and_case_do_not_matter(index: Index, name: str) -> None:
    assert index.find(name).id == REGION


def test_an_unknown_name_comes_with_the_nearest_ones(index: Index) -> None:
    with pytest.raises(UnknownName) as caught:
        index.find("海钢新材")
    assert caught.value.nearest[0] == "海铜新材"


def test_namesakes_are_told_apart_by_their_offices(index: Index) -> None:
    with pytest.raises(AmbiguousName) as caught:
        index.find("周行远")
    assert dict(caught.value.candidates) == {
        MAGISTRATE: "周行远 · 东岭县 县长",
        CHAIRMAN: "周行远 · 海铜新材料股份有限公司 董事长",
    }


def test_a_preferred_name_goes_before_a_by_name_and_a_named_thing_before_background(tmp_path: Path) -> None:
    made = fixtures.graph()
    entities = [
        msgspec.structs.replace(e, names=(*e.names, "东岭县")) if e.id == FIRM else e
        for e in made.entities
    ]  # fmt: skip
    entities.append(fixtures.entity("place/000000000000", "东岭县", level="county", code="880101", part_of=CITY))
    folder = fixtures.write(tmp_path, msgspec.structs.replace(made, entities=tuple(entities)))
    with Index(folder) as index:
        assert index.find("东岭县").id == COUNTY_ID


def test_a_thing_of_the_background_is_found_too(index: Index) -> None:
    assert index.find("云港市").id == CITY


@pytest.mark.parametrize("name", ["", " ", "%", "'; DROP TABLE name; --", "a" * 10_000, "\x00", "company/"])
def test_any_text_may_be_asked_for(index: Index, name: str) -> None:
    with pytest.raises(UnknownName):
        index.find(name)


def test_the_index_cannot_be_changed(index: Index) -> None:
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        index.db.execute("DELETE FROM name")


def test_without_a_build_there_is_no_index(tmp_path: Path) -> None:
    with pytest.raises(NotBuilt, match=r"index\.sqlite"):
        Index(tmp_path)


@pytest.mark.parametrize("content", [b"", b"no database at all, but long enough to look like one" * 30])
def test_a_broken_index_asks_for_a_build(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "index.sqlite").write_bytes(content)
    with pytest.raises(NotBuilt):
        Index(tmp_path)


def test_an_index_of_another_layout_asks_for_a_build(outputs: Path, tmp_path: Path) -> None:
    shutil.copy(outputs / "index.sqlite", tmp_path)
    with sqlite3.connect(tmp_path / "index.sqlite") as db:
        db.execute("UPDATE meta SET value = '0' WHERE key = 'format'")
    db.close()
    with pytest.raises(NotBuilt, match="format 0"):
        Index(tmp_path)


def test_a_folder_with_signs_of_an_address_in_its_name_is_opened(tmp_path: Path) -> None:
    folder = fixtures.write(tmp_path / "a?mode=rwc#100%25 港")
    with Index(folder) as index:
        assert index.count("page") == 2
