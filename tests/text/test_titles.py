from kg.text.titles import office_before


def titles(text: str) -> list[str]:
    """The title at the end of `text`, the longest reading first."""
    office = office_before(text, len(text))
    return [text[start:] for start in office.starts] if office else []


def test_a_title_is_taken_as_far_left_as_it_goes() -> None:
    assert titles("某公司技术副总经理")[0] == "技术副总经理"
    assert titles("某县委组织部部长")[0] == "县委组织部部长"
    assert titles("某局党组副书记")[0] == "党组副书记"


def test_what_is_no_office_has_no_title() -> None:
    assert titles("全市经济发展") == []
    assert titles("村民") == []


def test_a_title_does_not_cross_the_floor() -> None:
    office = office_before("县委副书记", 5, floor=2)
    assert office is not None and office.starts[0] == 2


def test_the_body_kind_comes_with_the_core() -> None:
    for text, body in (
        ("某市市长", "place"),
        ("某公司董事长", "company"),
        ("某局局长", "government"),
        ("某国首相", "country"),
    ):
        office = office_before(text, len(text))
        assert office is not None and office.body == body
