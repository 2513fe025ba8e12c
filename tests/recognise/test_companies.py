"""Companies in running text: where full names begin, and which short names are believed."""

from __future__ import annotations

import pytest

from kg.recognise import companies
from tests.recognise.articles import with_places


def found(text: str) -> list[str]:
    return [mention.surface for mention in companies.find(*with_places(text))]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("记者从山东骏达金属科技有限公司获悉，订单已经排满。", "山东骏达金属科技有限公司"),
        ("位于高唐县固河镇的高唐锦禾牧业有限公司内，羊群正在吃草。", "高唐锦禾牧业有限公司"),
        ("本次采购由卓远客车股份有限公司承担。", "卓远客车股份有限公司"),
        ("协议规定，与可瑞达化工有限公司等4家企业签约。", "可瑞达化工有限公司"),
        ("客商来自广瑞（冠县）电子科技有限公司。", "广瑞（冠县）电子科技有限公司"),
        ("董事长李明带领团队走进聊城锦禾宠物集团考察。", "聊城锦禾宠物集团"),
        ("国家级专精特新“小巨人”企业山东泓瑞轴承有限公司扩产。", "山东泓瑞轴承有限公司"),
        ("他在山东捷诺飞生物科技股份有限公司工作。", "山东捷诺飞生物科技股份有限公司"),
    ],
)
def test_a_full_name_begins_after_what_leads_to_it(text: str, name: str) -> None:
    assert found(text) == [name]


def test_and_between_two_firms_belongs_to_neither() -> None:
    text = "山东骏达金属科技有限公司和高唐锦禾牧业有限公司签订协议。"
    assert found(text) == ["山东骏达金属科技有限公司", "高唐锦禾牧业有限公司"]


@pytest.mark.parametrize(
    "text",
    [
        "该公司去年扩产，企业负责人介绍。",
        "多家物业公司和上市公司参加了会议。",
        "商业银行和保险公司要支持小微企业。",
        "某货运有限公司的司机被约谈。",
        "部队第71集团军在演练，他在工厂上班。",
        "推动农业科技创新，发展智慧物流和电子商务。",
        "苹果丰收了，现代农业让联想到的画面成真。",
        "人民银行发布报告。",
    ],
)
def test_generic_words_are_no_companies(text: str) -> None:
    assert found(text) == []


def test_parallel_clauses_with_short_names_are_believed() -> None:
    text = "泓瑞机械专注于发动机机体的铸造；骏达车轮突破轻量化技术；卓远电机生产的起动机享誉国际。"
    assert found(text) == ["泓瑞机械", "骏达车轮", "卓远电机"]


def test_listed_known_companies_are_believed() -> None:
    assert found("产品供应给博世、西门子和长城等企业。") == ["博世", "西门子", "长城"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("产品主要服务于韩国启雅、卓代汽车等品牌。", ["启雅", "卓代汽车"]),
        ("成功打入美国布兰德尔、卡洛特勒供应商体系。", ["布兰德尔", "卡洛特勒"]),
        ("成功加入小麦SU7供应商体系。", ["小麦"]),
        ("连续五年获评宇卓、泓通“金牌供应商”。", ["宇卓", "泓通"]),
        ("公司与卓利汽车和成都泓汽重卡合作，分别成立分公司。", ["卓利汽车", "成都泓汽重卡"]),
        ("铜箔卖进了宁波芯泓、芜湖卓远电池。", ["宁波芯泓", "芜湖卓远电池"]),
        ("同卓陆物流合资组建新公司。", ["卓陆物流"]),
    ],
)
def test_a_row_where_only_firms_stand_names_firms(text: str, names: list[str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "中方愿同对方加强合作，与省政府签约。",
        "化工、纺织、轴承等企业要减排。",
        "与农户签订合同，与张伟达成和解。",
        "他收购了大批粮食，卖给当地居民等客户。",
    ],
)
def test_such_rows_of_other_things_name_none(text: str) -> None:
    assert found(text) == []


def test_a_group_is_known_without_the_country_before_it() -> None:
    assert found("聘请兵器工业集团专家授课。") == ["兵器工业集团"]


def test_a_short_form_counts_once_its_full_name_stands_in_the_article() -> None:
    text = "山东骏达金属科技有限公司扩产。骏达科技去年增收，骏达金属也已上市。"
    assert found(text) == ["山东骏达金属科技有限公司", "骏达科技", "骏达金属"]


def test_a_brand_after_the_word_for_a_firm_is_a_company() -> None:
    assert found("在“小巨人”企业卓诺润晶的车间里，压机轰鸣。") == ["卓诺润晶"]


def test_surface_and_span_agree() -> None:
    made, places = with_places("近日，临清市卓迈机床科技有限公司年产500台机床项目开工。")
    (mention,) = companies.find(made, places)
    assert made.printed[mention.start : mention.end] == mention.surface == "临清市卓迈机床科技有限公司"
    assert mention.type == "Company"
    assert 0.5 < mention.confidence <= 1


def test_a_list_with_a_firm_around_it_is_one_of_firms() -> None:
    text = "4家企业当选，分别是泓发铜业、卓远特集团、冠县钢球和金锐股份。"
    assert found(text) == ["泓发铜业", "卓远特集团", "冠县钢球", "金锐股份"]
    assert found("卓科飞特、泓宇航空两家企业先行一步。") == ["卓科飞特", "泓宇航空"]


def test_lists_of_goods_and_branches_are_none_of_firms() -> None:
    assert found("引进风力发电机、光伏电池片、储能电池等企业生产的设备。") == []
    assert found("化工、纺织等企业要减排。") == []


def test_a_name_that_the_text_calls_a_firm_is_one() -> None:
    assert found("卓诺润晶是国家级专精特新企业。") == ["卓诺润晶"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("经营航线的英国区域航空有限公司表示歉意。", "英国区域航空有限公司"),
        ("中资企业卓洲坝安哥拉有限公司响应请求。", "卓洲坝安哥拉有限公司"),
        ("走进中国铁路某山局集团公司。", "中国铁路某山局集团公司"),
        ("她在“卓绣”工艺美术厂上班。", "“卓绣”工艺美术厂"),
        ("安徽泰和堂中药饮片有限公司投产。", "安徽泰和堂中药饮片有限公司"),
    ],
)
def test_names_with_a_country_a_quotation_or_an_and_inside_are_whole(text: str, name: str) -> None:
    assert found(text) == [name]


def test_a_branch_abroad_belongs_to_the_name() -> None:
    text = "卓远海运有限公司扩产，卓远海运南非分公司也招人。"
    assert found(text) == ["卓远海运有限公司", "卓远海运南非分公司"]


def test_brands_before_weak_trades_need_their_context_or_the_tagger() -> None:
    text = "廉价航空公司弗莱利航空宣布破产。"
    assert found(text) == ["弗莱利航空"]
    made, places = with_places("弗莱利航空的故事。")
    assert companies.find(made, places, neural=False) == []
