"""Lexicons: rows without comments, and a clear error where one is missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg import resources
from kg.errors import ConfigError
from kg.text import lexicon


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "lexicon").mkdir()
    text = "# word\tclass\n短\ta\n\n更长的\tb\t \n同样长\tc\n短\td\n"
    (tmp_path / "lexicon" / "sample.tsv").write_text(text, encoding="utf-8")
    monkeypatch.setattr(resources, "ontology", lambda: tmp_path)
    monkeypatch.setattr(lexicon, "rows", lexicon.rows.__wrapped__)
    monkeypatch.setattr(lexicon, "words", lexicon.words.__wrapped__)


def test_header_and_blank_lines_are_no_rows() -> None:
    assert lexicon.rows("sample") == (("短", "a"), ("更长的", "b", ""), ("同样长", "c"), ("短", "d"))


def test_words_come_longest_first_and_once() -> None:
    assert lexicon.words("sample") == ("同样长", "更长的", "短")


def test_a_missing_lexicon_is_named() -> None:
    with pytest.raises(ConfigError, match=r"nowhere\.tsv"):
        lexicon.rows("nowhere")
