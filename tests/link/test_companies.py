from tests.link.scenes import Linked, article, linked, mentions


def test_a_short_name_joins_the_full_name_of_its_article() -> None:
    found = linked(
        "山东瑞禾农业科技有限公司投产。瑞禾农业今年扩建。",
        ("山东瑞禾农业科技有限公司", "Company"),
        ("瑞禾农业", "Company"),
    )
    assert found.entity("瑞禾农业").name == "山东瑞禾农业科技有限公司"
    assert "瑞禾农业" in found.entity("瑞禾农业").names


def test_a_group_and_its_subsidiary_stay_apart() -> None:
    found = linked(
        "宏远集团旗下的山东宏远泰和新材料科技有限公司获奖。",
        ("宏远集团", "Company"),
        ("山东宏远泰和新材料科技有限公司", "Company"),
    )
    assert found.entity("宏远集团").id != found.entity("山东宏远泰和新材料科技有限公司").id


def test_a_bare_brand_is_the_group_and_not_its_local_company() -> None:
    found = linked(
        "泰科集团追加投资，聊城泰科扩产，泰科看好这里。",
        ("泰科集团", "Company"),
        ("聊城泰科", "Company"),
        ("泰科", "Company"),
    )
    bare = [k for k in found.all("泰科") if k.mention.start > 12]
    assert {k.entity for k in bare} == {found.entity("泰科集团").id}


def test_a_short_name_that_fits_two_full_names_stays_alone() -> None:
    found = linked(
        "青岛海润机械有限公司与济南海润机械有限公司签约，海润机械参加。",
        ("青岛海润机械有限公司", "Company"),
        ("济南海润机械有限公司", "Company"),
        ("海润机械", "Company"),
    )
    last = max(found.all("海润机械"), key=lambda k: k.mention.start)
    assert found.entities[last.entity].name == "海润机械"


def test_names_that_differ_in_a_digit_stay_apart() -> None:
    found = linked(
        "泰山第一机床有限公司和泰山第二机床有限公司。",
        ("泰山第一机床有限公司", "Company"),
        ("泰山第二机床有限公司", "Company"),
    )
    assert found.entity("泰山第一机床有限公司").id != found.entity("泰山第二机床有限公司").id


def test_the_own_article_goes_before_the_rest_of_the_page() -> None:
    first = article("山东恒力轴承有限公司开工。恒力轴承招工。", 1)
    second = article("江苏恒力轴承有限公司停产。恒力轴承转型。", 2)
    found = Linked(
        [first, second],
        [
            *mentions(first, ("山东恒力轴承有限公司", "Company")),
            *mentions(second, ("江苏恒力轴承有限公司", "Company")),
            *[m for a in (first, second) for m in mentions(a, ("恒力轴承", "Company")) if m.start > 9],
        ],
    )
    names = {k.mention.article: found.entities[k.entity].name for k in found.all("恒力轴承")}
    assert names == {"page-1": "山东恒力轴承有限公司", "page-2": "江苏恒力轴承有限公司"}
