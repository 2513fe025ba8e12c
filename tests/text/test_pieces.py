from kg.text.pieces import Pieces, name_start, pieces, stops


def test_unknown_words_stay_single_characters() -> None:
    assert pieces("临清市晁寨村").words(0, 6) == ["临清市", "晁", "寨", "村"]


def test_the_word_before_an_offset_is_cut_there() -> None:
    p = Pieces("研究院所")
    start, word = p.before(2)
    assert (start, word) == (0, "研究")


def test_words_of_a_stretch_join_to_it() -> None:
    text = "在临清市明礼实验小学门口"
    p = pieces(text)
    assert all("".join(p.words(a, b)) == text[a:b] for a in range(len(text)) for b in range(a + 1, len(text) + 1))


def test_verbs_prepositions_and_marks_end_a_name() -> None:
    assert all(stops(word) for word in ("位于", "从", "，", "40", "（"))
    assert not any(stops(word) for word in ("研究", "化工", "临清市"))


def test_a_name_begins_after_what_cannot_belong_to_it() -> None:
    text = "走进明礼开发区"
    assert name_start(pieces(text), text.index("开发区"), {}) == 2


def test_a_name_begins_with_the_places_before_it() -> None:
    text = "走进山东临清市明礼开发区"
    assert name_start(pieces(text), text.index("开发区"), {7: 4, 4: 2}) == 2
