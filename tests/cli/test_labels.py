"""Terms in the user's language, and back."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from kg.cli import labels
from kg.cli.messages import _TEXTS
from kg.model.claim import Modality, Predicate
from kg.model.mention import Level, Role, Type
from kg.text.vocabulary import NUMBER, POST


def test_every_term_of_the_records_has_a_label() -> None:
    terms = [
        *get_args(Predicate),
        *get_args(Type),
        *get_args(Modality),
        *get_args(Level),
        *get_args(Role),
        POST,
        NUMBER,
    ]
    assert [term for term in terms if labels.label(term) == term] == []


@pytest.mark.parametrize("term", sorted(labels.RELATIONS))
def test_each_label_leads_back_to_its_relation(term: str) -> None:
    for word in (term, term.upper(), *labels.RELATIONS[term]):
        assert labels.relation(word) == term


@pytest.mark.parametrize("term", sorted(labels.TYPES))
def test_each_label_leads_back_to_its_type(term: str) -> None:
    for word in (term, term.lower(), *labels.TYPES[term]):
        assert labels.kind(word) == term


def test_what_is_no_term_stays_as_it_is() -> None:
    assert labels.relation("吃") == "吃"
    assert labels.label("吃") == "吃"


@pytest.mark.parametrize("key", sorted(_TEXTS))
def test_both_wordings_of_a_message_say_the_same_things(key: str) -> None:
    fields = [sorted(re.findall(r"\{(\w+)(?::[a-z/]+)?\}", text)) for text in _TEXTS[key]]
    assert fields[0] == fields[1]
