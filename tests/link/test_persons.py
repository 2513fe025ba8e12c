from kg.model.mention import Mention
from tests.link.scenes import Linked, article


def _person(of: str, start: int, end: int, surface: str, role: str) -> Mention:
    return Mention(article=of, start=start, end=end, type="Person", surface=surface, confidence=0.9, by="test",
                   role=role)  # type: ignore[arg-type]  # fmt: skip


def test_an_author_is_never_one_of_those_written_about() -> None:
    one = article("记者 王刚 王刚局长说。")
    at = one.text.find("王刚")
    then = one.text.find("王刚", at + 1)
    found = Linked(
        [one], [_person(one.id, at, at + 2, "王刚", "journalist"), _person(one.id, then, then + 2, "王刚", "official")]
    )
    assert len({k.entity for k in found.all("王刚")}) == 2


def test_one_name_on_one_page_is_one_person() -> None:
    one, two = article("李敏书记到会。", 1), article("李敏讲话。", 2)
    found = Linked([one, two], [_person(one.id, 0, 2, "李敏", "official"), _person(two.id, 0, 2, "李敏", "official")])
    assert found.entity("李敏").articles == ("page-1", "page-2")
    assert found.entity("李敏").role == "official"
