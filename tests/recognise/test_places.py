from kg.model.mention import Mention
from kg.recognise import places
from tests.recognise.passage import article
from tests.recognise.scoring import chain, scores


def found(text: str, home: str | None = None) -> list[Mention]:
    return places.find(article(text, home), [])


def surfaces(text: str, home: str | None = None) -> list[str]:
    return [mention.surface for mention in found(text, home)]


def named(text: str, home: str | None = None) -> list[tuple[str, str | None]]:
    return [(mention.surface, mention.name) for mention in found(text, home)]


def test_full_forms_count_inside_longer_names() -> None:
    assert surfaces("东昌府区中心医院迎来新设备") == ["东昌府区"]


def test_a_chain_gives_every_link_with_its_code() -> None:
    mentions = found("在阳谷县高庙王镇采访")
    assert [(m.surface, m.level) for m in mentions] == [("阳谷县", "county"), ("高庙王镇", "town")]
    assert mentions[0].code == "371521"
    assert (mentions[1].code or "").startswith("371521")


def test_a_town_of_many_counties_is_the_one_of_the_chain() -> None:
    assert [m.code for m in found("台前县城关镇的集市")][1] == "410927100"
    assert [m.code for m in found("他说起城关镇的集市")] == [None]


def test_a_village_begins_where_its_town_ends() -> None:
    assert surfaces("莘县樱桃园镇柳林营村的果农") == ["莘县", "樱桃园镇", "柳林营村"]


def test_kinds_of_villages_are_no_places() -> None:
    assert surfaces("全村人、农村村民和贫困村的村庄，第一书记驻村，走进4个镇、老旧社区") == []


def test_a_person_may_be_called_like_a_village() -> None:
    assert surfaces("镇长段村介绍") == []


def test_short_forms_stand_for_their_division() -> None:
    assert named("从山东到深圳") == [("山东", "山东省"), ("深圳", "深圳市")]


def test_short_forms_are_not_cut_out_of_words() -> None:
    assert surfaces("提高唐装的质量，深入西部，发展中国家，南京路") == []


def test_words_that_are_also_counties_need_their_city() -> None:
    assert surfaces("和平与合作，东方的资源") == []
    assert named("滁州天长的果园") == [("滁州", "滁州市"), ("天长", "天长市")]


def test_a_county_is_known_by_its_short_form_where_its_city_is_named() -> None:
    assert ("阳谷", "阳谷县") in named("聊城各县中，阳谷的电缆有名")


def test_citizens_and_markets_do_not_make_a_city() -> None:
    assert named("聊城市民走进聊城市场") == [("聊城", "聊城市"), ("聊城", "聊城市")]


def test_joint_words_give_one_mention_for_each_part() -> None:
    assert named("鲁豫两省") == [("鲁豫", "山东省"), ("鲁豫", "河南省")]
    assert [name for _, name in named("产品销往北上广深")] == ["北京市", "上海市", "广州市", "深圳市"]
    assert [name for _, name in named("出口欧美")] == ["欧洲", "美国"]


def test_one_character_forms_stand_for_their_place() -> None:
    assert named("推介会在京举行") == [("京", "北京市")]
    assert named("中方愿意参加") == [("中方", "中国")]
    assert [name for _, name in named("中德合作")] == ["中国", "德国"]
    assert named("韩资企业") == [("韩", "韩国")]
    assert named("在聊高校", "聊城市") == [("聊", "聊城市")]


def test_one_character_forms_inside_words_are_none() -> None:
    assert surfaces("集中方式，进口商品，中西医结合，在京东下单") == []


def test_zones_carry_their_name() -> None:
    mentions = found("记者来到明川高新区，高新区企业忙")
    assert next((m.surface, m.level) for m in mentions if m.level == "zone") == ("明川高新区", "zone")
    assert all(m.surface != "高新区" for m in found("全国各国家级高新区"))


def test_a_dictionary_word_of_two_places_is_two() -> None:
    assert surfaces("在广西南宁海关，青年们办了活动") == ["广西", "南宁"]
    assert surfaces("英国政府仍在犹豫") == ["英国"]


def test_a_zone_that_bears_a_listed_name_is_that_of_the_city_before_it() -> None:
    assert named("企业落户烟台滨海新区") == [("烟台滨海新区", "烟台滨海新区")]
    assert surfaces("企业落户天津滨海新区") == ["天津", "滨海新区"]


def test_divisions_abroad_are_known_by_their_spelling() -> None:
    assert surfaces("安哥拉的北隆达省很大") == ["安哥拉", "北隆达省"]
    assert surfaces("企业数居全省前列，远销安哥拉") == ["安哥拉"]


def test_a_direction_is_no_region() -> None:
    assert surfaces("县城东北角有座塔") == []
    assert surfaces("为东北全面振兴出力") == ["东北"]


def test_help_for_a_province_names_it_by_one_character() -> None:
    assert named("援鄂医疗队出发") == [("鄂", "湖北省")]


def test_our_country_carries_facts_only_where_china_is_named() -> None:
    assert [m.anaphor for m in found("中国经济稳定，我国出口增长") if m.surface == "我国"] == [True]
    assert surfaces("我国出口增长") == []


def test_rivers_by_context_and_by_list() -> None:
    assert surfaces("黄河和徒骇河两岸") == ["黄河", "徒骇河"]
    assert surfaces("大好山河，银河系，江河湖泊") == []


def test_a_former_county_is_the_district_of_today() -> None:
    assert named("原茌平县") == [("茌平县", "茌平区")]


def test_home_decides_between_districts_of_one_name() -> None:
    assert [m.code for m in found("鼓楼区的老街", "南京市")] == ["320106"]


def test_the_gold_pages_keep_their_score() -> None:
    assert scores(["Place"], chain("places"))["Place"].f1 >= 0.85
