"""Errors: one tree, in two languages, whole after a trip through a worker process."""

from __future__ import annotations

import inspect
import pickle

import pytest

from kg import errors
from kg.errors import AmbiguousName, ConfigError, KgError, ReadError, UnknownName, UnknownStatement

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


def test_an_error_without_a_chinese_wording_says_the_same_in_both() -> None:
    assert KgError("x").zh == "x"
    assert ConfigError("a", "甲").zh == "甲"
