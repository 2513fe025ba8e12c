"""Policies, events and honours: what has a name, from where to where, and what is none."""

from __future__ import annotations

import pytest

from kg.recognise import events, honors, policies
from tests.recognise.articles import with_places


def policy(text: str) -> list[str]:
    return [mention.surface for mention in policies.find(*with_places(text))]


def event(text: str) -> list[str]:
    return [mention.surface for mention in events.find(*with_places(text))]


def honor(text: str) -> list[str]:
    return [mention.surface for mention in honors.find(*with_places(text))]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("市政府印发《关于支持民宿发展的若干措施》。", ["《关于支持民宿发展的若干措施》"]),
        ("落实《养老服务条例（试行）》要求。", ["《养老服务条例（试行）》"]),
        ("全县推行“送医上门”模式，群众满意。", ["“送医上门”模式"]),
        ("按照“一港两翼”的合作模式，两地共建园区。", ["“一港两翼”的合作模式"]),
        ("开展“清河净水”专项整治行动，检查企业。", ["“清河净水”专项整治行动"]),
        ("市里启动养老机构消防安全整治行动。", ["养老机构消防安全整治行动"]),
        ("两地建立跨界河流联合巡查机制、联合执法机制。", ["跨界河流联合巡查机制", "联合执法机制"]),
        ("深入实施海洋强省战略，培育新动能。", ["海洋强省战略"]),
        ("全面推行“远程会诊”，让群众少跑腿。", ["“远程会诊”"]),
        ("坚持“一企一策”帮扶。", ["一企一策"]),
        ("抓好“六大工程、八大攻坚”。", ["六大工程", "八大攻坚"]),
        ("深度融入京津冀协同发展。", ["京津冀协同发展"]),
        ("启动暴雨Ⅲ级应急响应。", ["暴雨Ⅲ级应急响应"]),
    ],
)
def test_a_named_policy_is_found_with_its_bounds(text: str, names: list[str]) -> None:
    assert policy(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "他在看电影《平凡的计划》。",
        "读者喜欢《平凡的世界》和《河口晚报》。",
        "“走在前、干在先”，干部们这样说。",
        "完善体制机制，建立长效机制。",
        "机场计划今年开工。",
        "加强战略合作，服务国家重大战略。",
        "大家采取一致行动。",
        "构建现代化产业体系。",
        "推进机制创新。",
    ],
)
def test_works_slogans_and_generic_words_are_no_policies(text: str) -> None:
    assert policy(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("3月2日，2024中国临港物流产业推介会在上海举行。", ["2024中国临港物流产业推介会"]),
        ("第十二届河口苹果博览会开幕。", ["第十二届河口苹果博览会"]),
        ("“海纳英才 港聚未来”高层次人才交流会在北京举行。", ["“海纳英才 港聚未来”高层次人才交流会"]),
        ("连续五年举办“名医进乡村”活动。", ["“名医进乡村”活动"]),
        ("“春风暖企”“银企牵手”活动轮番登场。", ["“春风暖企”", "“银企牵手”活动"]),
        ("公司产品亮相德国法兰克福车展。", ["德国法兰克福车展"]),
        ("北京冬奥会上，他是志愿者。", ["北京冬奥会"]),
        ("全市民政工作会议召开。", ["全市民政工作会议"]),
    ],
)
def test_a_named_event_is_found_with_its_bounds(text: str, names: list[str]) -> None:
    assert event(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "会上举行了签约仪式和新闻发布会。",
        "研讨会上，专家发言。",
        "全年举办招聘会58场，组织12场专场招聘会。",
        "打击制假售假违法犯罪活动。",
        "市人民代表大会常务委员会通过决定。",
        "开展丰富多彩的文体活动。",
        "生产经营活动恢复正常。",
    ],
)
def test_unnamed_meetings_and_activities_are_no_events(text: str) -> None:
    assert event(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("全县有高新技术企业43家、省级专精特新企业12家。", ["高新技术企业", "省级专精特新企业"]),
        ("公司是国家级专精特新“小巨人”企业。", ["国家级专精特新“小巨人”企业"]),
        ("入选第三批浙江省制造业单项冠军企业名单。", ["第三批浙江省制造业单项冠军企业"]),
        ("该公司荣获“最佳服务奖”。", ["最佳服务奖"]),
        ("他被评为“全国敬老模范”。", ["全国敬老模范"]),
        ("产品通过了欧盟CE认证。", ["欧盟CE认证"]),
        ("连续三年入选全国水产百强县。", ["全国水产百强县"]),
        ("它是世界500强企业。", ["世界500强企业"]),
        ("新增省级院士工作站2处。", ["省级院士工作站"]),
        ("研究员是国务院特殊津贴专家。", ["国务院特殊津贴专家"]),
    ],
)
def test_an_honour_is_found_with_its_bounds(text: str, names: list[str]) -> None:
    assert honor(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "公司获得了银行贷款和市场认可。",
        "入围体检人员名单在网上公布。",
        "她夺得首枚金牌。",
        "产品获得用户好评，成为企业的骨干产品。",
        "工厂有两个重点实验室。",
    ],
)
def test_success_without_a_title_is_no_honour(text: str) -> None:
    assert honor(text) == []
