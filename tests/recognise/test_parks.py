import pytest

from kg.recognise import institutions, organs, parks, places
from tests.recognise.passage import article
from tests.recognise.scoring import chain, scores


def surfaces(text: str) -> list[str]:
    page = article(text)
    found = places.find(page, [])
    found = [*found, *organs.find(page, found)]
    found = [*found, *institutions.find(page, found)]
    return [mention.surface for mention in parks.find(page, found)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("走进莘县柳桥化工产业园", ["莘县柳桥化工产业园"]),
        ("依托冠县青禾现代农业产业园", ["冠县青禾现代农业产业园"]),
        ("济宁机场计划开工", ["济宁机场"]),
        ("胜利油田所在地", ["胜利油田"]),
        ("建设北岸低空经济产业园", ["北岸低空经济产业园"]),
        ("在高新区月牙洼湿地公园举行", ["月牙洼湿地公园"]),
    ],
)
def test_a_facility_is_named_from_its_place_or_proper_part(text: str, expected: list[str]) -> None:
    assert surfaces(text) == expected


def test_harbours_and_stations_need_no_more_than_a_place() -> None:
    assert surfaces("过去要绕道大连港") == ["大连港"]
    assert surfaces("枣林港区完成吞吐量") == ["枣林港区"]


def test_sights_that_everybody_knows_are_named_by_themselves() -> None:
    assert surfaces("展出北京圆明园的四件复制品") == ["圆明园"]


def test_hong_kong_in_short_is_no_harbour() -> None:
    assert surfaces("坚持港人治港，爱国爱港，在晓港公园集合") == ["晓港公园"]


def test_kinds_of_parks_are_no_names() -> None:
    assert surfaces("全国百强产业园区，省级示范基地，国家级示范区，3个产业园，工业园区，物流园区，智能工厂") == []


def test_the_city_before_a_sight_is_no_part_of_its_name() -> None:
    assert surfaces("在北京奥林匹克公园举行") == ["奥林匹克公园"]


def test_the_gold_pages_keep_their_score() -> None:
    assert scores(["Park"], chain("places", "organs", "institutions", "parks"))["Park"].f1 >= 0.85
