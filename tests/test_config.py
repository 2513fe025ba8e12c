"""kg.toml: every mistake is named with file and place."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.config import Config, load
from kg.errors import ConfigError


def settings(folder: Path, text: str | bytes) -> Config:
    path = folder / "kg.toml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return load(path)


def test_every_setting_is_read(tmp_path: Path) -> None:
    text = 'home = "云港市"\nbase = "urn:x#"\nneural = false\nmin_confidence = 0.3\n'
    assert settings(tmp_path, text) == Config(home="云港市", base="urn:x#", neural=False, min_confidence=0.3)


def test_an_empty_file_means_the_defaults(tmp_path: Path) -> None:
    assert settings(tmp_path, "") == Config()


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    assert settings(tmp_path, "\ufeffneural = false\n").neural is False


def test_without_a_path_the_file_of_the_folder_is_taken_where_there_is_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert load(None) == Config()
    (tmp_path / "kg.toml").write_text("neural = false\n")
    assert load(None).neural is False


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('hoem = "云港市"', "unknown key hoem; the keys are home, base, neural, min_confidence"),
        ("home = 3", "home"),
        ("neural = 'yes'", "neural"),
        ("min_confidence = 1.5", "between 0 and 1"),
        ("min_confidence = -0.1", "between 0 and 1"),
        ("min_confidence = nan", "between 0 and 1"),
        ("base = 'no iri'", "base is not an IRI"),
        ("base = 'https://a.example/id'", "ends in / or #"),
        ("base = 'https://a.example/<b>/'", "base is not an IRI"),
        ("home = ", "not TOML"),
        (b"home = '\xff\xfe'", "not TOML"),
    ],
)
def test_a_mistake_is_named_with_the_file(tmp_path: Path, text: str | bytes, words: str) -> None:
    with pytest.raises(ConfigError) as caught:
        settings(tmp_path, text)
    assert str(tmp_path / "kg.toml") in str(caught.value)
    assert words in str(caught.value)
    assert str(tmp_path / "kg.toml") in caught.value.zh


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"none\.toml"):
        load(tmp_path / "none.toml")
