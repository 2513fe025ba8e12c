from kg.text import words


def test_words_join_to_the_text() -> None:
    text = "3月2日，记者在城南的工厂里看到，\n机器轰鸣。A𠮷B"
    assert "".join(words.split(text)) == text
    assert words.cuts(text)[-1] == len(text)
    assert all(text[start:end] == word for start, end, word in words.spans(text))


def test_an_empty_text_has_no_cuts() -> None:
    assert words.cuts("") == []


def test_a_common_word_is_not_cut_inside() -> None:
    assert 1 not in words.cuts("工厂")
