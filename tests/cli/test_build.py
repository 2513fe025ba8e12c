"""`kg build`: the options that change what is kept."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

PAGE = """绿峰茶业产品远销越南

　　本报讯（记者 钱进）3月5日，临江县绿峰茶业有限公司董事长周行远介绍，公司的产品出口到越南、泰国，
去年产值达到3.2亿元，同比增长8.5%。
"""


def _facts(kg: Run, folder: Path, *options: str) -> list[float]:
    said = kg("build", str(folder / "page.txt"), "--quiet", *options, output=folder / "out")
    assert said.status == 0
    rows = (folder / "out" / "statements.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(row)["confidence"] for row in rows]


def test_min_confidence_leaves_out_what_is_less_sure_and_goes_before_the_settings(kg: Run, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "kg.toml").write_text("min_confidence = 1.0\nneural = false\n", encoding="utf-8")
    settings = ("--config", str(tmp_path / "kg.toml"))
    assert _facts(kg, tmp_path, *settings) == []
    every = _facts(kg, tmp_path, *settings, "--min-confidence", "0")
    assert len(set(every)) > 1
    least = max(every)
    assert _facts(kg, tmp_path, *settings, "--min-confidence", str(least)) == [c for c in every if c >= least]


@pytest.mark.parametrize("wrong", ["1.2", "-0.1", "nan", "much"])
def test_min_confidence_is_a_number_between_0_and_1(kg: Run, tmp_path: Path, wrong: str) -> None:
    said = kg("build", "--min-confidence", wrong, output=tmp_path / "out")
    assert said.status == 2
    assert wrong in said.err
    assert not (tmp_path / "out").exists()
