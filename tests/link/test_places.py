from kg.text import gazetteer
from tests.link.scenes import linked


def test_a_division_gets_its_code_and_the_divisions_above() -> None:
    found = linked("高唐县举行活动。", ("高唐县", "Place"))
    place = found.entity("高唐县")
    assert place.code == "371526"
    assert place.level == "county"
    above = found.entities[place.part_of or ""]
    assert (above.name, above.articles) == ("聊城市", ())
    assert found.entities[above.part_of or ""].name == "山东省"


def test_a_name_that_many_divisions_bear_is_the_one_near_the_page() -> None:
    inland = linked("城关镇迎来客商，濮阳市台前县代表到场。", ("城关镇", "Place"), ("台前县", "Place"), home="濮阳市")
    code = inland.entity("城关镇").code
    assert code is not None
    assert gazetteer.load().by_code(code[:6]).name == "台前县"  # type: ignore[union-attr]


def test_our_city_is_the_home_of_the_paper() -> None:
    found = linked("我市出台新政。", home="聊城市")
    (mine,) = found.all("我市")
    assert found.entities[mine.entity].name == "聊城市"
    assert mine.mention.anaphor
    assert found.entities[mine.entity].articles == ()


def test_the_county_is_the_one_named_last() -> None:
    found = linked("阳谷县先行一步。莘县随后跟进，该县投入资金。", ("阳谷县", "Place"), ("莘县", "Place"))
    (that,) = found.all("该县")
    assert found.entities[that.entity].name == "莘县"


def test_without_a_home_our_city_stands_for_nothing() -> None:
    found = linked("我市出台新政。", home=None)
    assert found.all("我市") == []


def test_two_villages_of_one_name_lie_in_two_towns_of_two_pages() -> None:
    here = linked("莘县古云镇张庄村丰收。", ("古云镇", "Place"))
    assert here.entity("古云镇").level == "town"


def test_a_municipality_is_the_city_of_its_papers() -> None:
    found = linked("全市新增就业三万人。", home="北京市")
    (mine,) = found.all("全市")
    assert found.entities[mine.entity].name == "北京市"
