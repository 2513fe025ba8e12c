"""One page through all stages: what any of them changes shows here, line by line."""

from __future__ import annotations

import json

import pytest

from kg import resources
from kg.text.normalise import squash
from tests.golden import stages

STAGES = ("read", "segment", "recognise", "link", "extract", "resolve", "assemble")


@pytest.fixture(scope="module")
def fresh() -> dict[str, str]:
    return stages.files()


@pytest.mark.parametrize("stage", STAGES)
def test_each_stage_reads_the_page_as_it_did(fresh: dict[str, str], stage: str) -> None:
    """Where the change is wanted, `.ci/golden` writes the file anew; the difference belongs into the review."""
    kept = (stages.FOLDER / f"{stage}.jsonl").read_text(encoding="utf-8")
    assert fresh[f"{stage}.jsonl"].splitlines() == kept.splitlines()


def test_the_folder_holds_a_file_for_each_stage_and_no_other(fresh: dict[str, str]) -> None:
    assert sorted(path.name for path in stages.FOLDER.glob("*.jsonl")) == sorted(fresh)
    assert set(fresh) == {f"{stage}.jsonl" for stage in STAGES}


def test_the_golden_quotes_and_surfaces_stand_in_the_page() -> None:
    page = (resources.seeds() / stages.PAGE).read_text(encoding="utf-8")
    kept = (stages.FOLDER / "extract.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(kept) > 30
    for row in map(json.loads, kept):
        assert squash(page[row["start"] : row["end"]]) == squash(row["quote"])
    for row in map(json.loads, (stages.FOLDER / "recognise.jsonl").read_text(encoding="utf-8").splitlines()):
        assert squash(page[row["start"] : row["end"]]) == squash(row["surface"])
