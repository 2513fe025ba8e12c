import math

import pytest

from kg.text import persons
from kg.text.lattice import Lattice, cost


@pytest.mark.parametrize("name", ["李建国", "欧阳春华", "高峰", "谢村"])
def test_surname_and_one_or_two_characters_have_the_form_of_a_name(name: str) -> None:
    assert persons.is_chinese(name)


@pytest.mark.parametrize("word", ["王", "王某", "王某某", "的建国", "李建国民生"])
def test_other_stretches_have_not(word: str) -> None:
    assert not persons.is_chinese(word)


def test_characters_of_given_names_are_cheaper_than_grammar_words() -> None:
    assert persons.price("周建华") < persons.price("周介绍") <= persons.price("周的在")


def test_every_start_offers_the_longer_name_first() -> None:
    assert [span for span in persons.starts("他周建华说") if span[0] == 1] == [(1, 4), (1, 3)]


def test_a_compound_surname_takes_two_characters_more() -> None:
    assert (0, 4) in list(persons.starts("欧阳春华"))


def test_foreign_spelling_runs_over_the_middle_dot() -> None:
    text = "总统安德烈·莫雷诺在这里"
    assert [text[s:e] for s, e in persons.foreign_runs(text)] == ["安德烈·莫雷诺"]
    assert persons.is_foreign("莫雷诺") and not persons.is_foreign("副局长")


def test_a_common_word_is_cheaper_than_the_name_it_could_be() -> None:
    assert cost("于是") < persons.price("于是")
    assert cost("周建华") == math.inf


def test_a_name_is_gained_where_words_would_cut_single_characters() -> None:
    clause = Lattice("副局长周建华介绍")
    assert clause.gain(3, 6, persons.price("周建华")) > 0
    assert clause.gain(3, 6, persons.price("周建华")) > clause.gain(3, 5, persons.price("周建"))


def test_a_name_may_not_tear_a_word() -> None:
    clause = Lattice("安全生产工作")
    assert clause.gain(0, 3, persons.price("安全生")) < -5
