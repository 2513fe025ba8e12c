import msgspec
import pytest

from kg.model.mention import Mention
from kg.model.page import Byline
from kg.recognise import lac, persons, places
from kg.text.normalise import squash
from tests import oracle
from tests.recognise.passage import article
from tests.recognise.scoring import compare


def names(text: str, neural: bool = False) -> list[str]:
    return [m.name or m.surface for m in persons.find(article(text), [], neural=neural)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("该公司运营副总经理许玉介绍，产品销路很好。", "许玉"),
        ("某镇党委副书记田村介绍，新机制很好用。", "田村"),
        ("市发展改革委主任白峰表示，要抓好项目。", "白峰"),
        ("农业农村局副局长韩巧说。", "韩巧"),
        ("村民段大岭住在河南边。", "段大岭"),
        ("县卫生健康局党组书记、局长乔美庆表示，要抓落实。", "乔美庆"),
        ("“今年收成好。”唐建业告诉记者。", "唐建业"),
        ("瓦利亚首相莫雷切斯来访。", "莫雷切斯"),
        ("总统安德烈·莫雷诺表示欢迎。", "安德烈·莫雷诺"),
        ("副校长欧阳春华出席。", "欧阳春华"),
        ("担任协会主任的周大勇说。", "周大勇"),
        ("妇联主席阿依努尔·买买提告诉记者。", "阿依努尔·买买提"),
        ("再娜古丽·艾则孜去训练了。", "再娜古丽·艾则孜"),
        ("居民帕维尔曾在那里工作。", "帕维尔"),
        ("市政协常委赵永好委员建议。", "赵永好"),
        ("——郑越代表（青原大学经济学院教授）", "郑越"),
        ("委员会主席里卡尔表示，要改革。", "里卡尔"),
    ],
)
def test_a_person_is_found_with_the_right_end(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "工人在车间里安装设备，干部高度重视，安全生产形势很好。",
        "书记高度评价，局长马上表态，总经理于是答应。",
        "张市长到企业调研，李主任和王总陪同，老周说好。",
        "用电高峰到来，万里黄河边白天很热，文明实践活动丰富。",
        "各级专家齐聚县城，群众高兴地说好。",
        "王某某因盗窃被抓。",
    ],
)
def test_ordinary_words_and_unnamed_persons_are_none(text: str) -> None:
    assert names(text) == []


def test_names_that_share_a_title_are_all_found() -> None:
    assert names("市领导周建国、吴晓梅、郑海波等参加活动。") == ["周建国", "吴晓梅", "郑海波"]


def test_a_name_once_sure_counts_wherever_it_stands() -> None:
    found = names("总经理唐建业介绍，厂子办了十年。工友都服唐建业。")
    assert found == ["唐建业", "唐建业"]


def test_a_name_with_a_dot_goes_on_by_one_of_its_parts() -> None:
    text = "早上，再娜古丽·亚森出门了。村里人说再娜古丽很勤快。"
    assert names(text) == ["再娜古丽·亚森", "再娜古丽·亚森"]


def test_the_name_of_a_town_is_no_person_although_it_looks_like_one() -> None:
    page = article("本报陈家湖讯，记者在陈家湖镇采访。")
    assert [m.surface for m in persons.find(page, places.find(page, []), neural=False)] == []


def test_a_blank_inside_a_name_is_part_of_the_surface_only() -> None:
    made = article("本报记者周强")
    printed = "本报记者 周 强"
    made = msgspec.structs.replace(
        made, text=printed, printed=printed, offsets=tuple(range(len(printed))), sentences=((0, len(printed)),)
    )
    assert [(m.surface, m.name) for m in persons.find(made, [], neural=False)] == [("周 强", "周强")]


def test_authors_are_journalists_everywhere_in_their_article() -> None:
    made = article("本报讯（记者周建国）市长吴海波说，产业要发展。周建国摄")
    made = msgspec.structs.replace(made, bylines=(Byline(name="周建国", role="reporter", start=6, end=9),))
    roles = [(m.surface, m.role) for m in persons.find(made, [], neural=False)]
    assert roles == [("周建国", "journalist"), ("吴海波", "official"), ("周建国", "journalist")]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("董事长周建国说。", "executive"),
        ("村民周建国说。", "citizen"),
        ("大学教授周建国说。", "expert"),
        ("县长周建国说。", "official"),
    ],
)
def test_the_title_shows_the_role(text: str, role: str) -> None:
    assert [m.role for m in persons.find(article(text), [], neural=False)] == [role]


def test_a_company_found_before_bars_a_name_without_title() -> None:
    text = "卓大群汽车连续五年获奖，卓大群汽车很好。"
    made = article(text)
    barred = [
        Mention(article=made.id, start=s, end=s + 5, type="Company", surface=text[s : s + 5], confidence=0.9, by="t")
        for s in (0, 12)
    ]
    assert persons.find(made, barred) == []


def test_the_tagger_adds_names_that_no_title_supports() -> None:
    text = "这些年，周建国一直守在山里，种树八千亩。"
    assert names(text) == []
    assert names(text, neural=True) == ["周建国"]


def test_the_tagger_is_deterministic_and_skips_blanks() -> None:
    first = lac.entities("记者 周 建 国 报道")
    lac.entities.cache_clear()
    assert first == lac.entities("记者 周 建 国 报道")
    assert [(s, e) for s, e, tag in first if tag == "PER"] == [(3, 8)]


def test_persons_of_the_gold_pages() -> None:
    wanted: set[tuple[str, ...]] = set()
    found: set[tuple[str, ...]] = set()
    for file in sorted(oracle.shared("eval", "gold").glob("*.json")):
        page = oracle.load(file, oracle.shared("seeds"))
        wanted |= {(file.stem, e.name) for e in page.entities.values() if e.type == "Person"}
        for each in page.articles:
            found |= {(file.stem, squash(m.name or m.surface)) for m in persons.find(each, [])}
    score = compare(wanted, found)
    assert score.f1 >= 0.95, (score.missed, score.spurious)
