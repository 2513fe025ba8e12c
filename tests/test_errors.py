"""Errors: one tree, in two languages, whole after a trip through a worker process."""

from __future__ import annotations

import inspect
import pickle

import pytest

from kg import errors
from kg.errors import AmbiguousName, ConfigError, KgError, NotBuilt, ReadError, UnknownName, UnknownStatement

KINDS = [kind for _, kind in inspect.getmembers(errors, inspect.isclass) if issubclass(kind, KgError)]


def test_the_docstring_names_the_whole_tree() -> None:
    assert len(KINDS) > 5
    for kind in KINDS:
        assert kind.__name__ in str(errors.__doc__)


@pytest.mark.parametrize(
    "error",
    [
        ConfigError("a setting", "设置"), ReadError("页.txt", "文件是空的"), UnknownName("海", ("海铜",)),
        AmbiguousName("海", (("a", "b"),)), UnknownStatement("x", (("a", "b"),)),
    ],
)  # fmt: skip
def test_an_error_survives_pickling(error: KgError) -> None:
    copy = pickle.loads(pickle.dumps(error))  # noqa: S301
    assert type(copy) is type(error)
    assert (str(copy), copy.__dict__) == (str(error), error.__dict__)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (UnknownName("海钢", ("海铜", "海城")), "nobody in the graph is called '海钢'; nearest names: 海铜, 海城"),
        (UnknownName("海钢"), "nobody in the graph is called '海钢'"),
        (AmbiguousName("周行远", (("person/1", "县长"), ("person/2", "董事长"))),
         "'周行远' may be several things; name one by its id: person/1 (县长); person/2 (董事长)"),
        (UnknownStatement("a b c", (("statement/1", "a —d→ c"),)),
         "the graph has no such statement: a b c; what there is: statement/1 (a —d→ c)"),
        (NotBuilt("outputs/manifest.json"),
         "no usable graph (outputs/manifest.json); run `kg build` or kg.build() first"),
        (ReadError("页.txt", "文件是空的", "the file is empty"), "页.txt: the file is empty"),
    ],
)  # fmt: skip
def test_an_error_tells_a_programmer_what_is_wrong_and_what_to_do(error: KgError, words: str) -> None:
    assert str(error) == words


def test_an_error_without_a_chinese_wording_says_the_same_in_both() -> None:
    assert KgError("x").zh == "x"
    assert ConfigError("a", "甲").zh == "甲"
