"""A page falls into its articles, each with its title, byline, day and kind."""

from __future__ import annotations

from tests.segment.sample import AFTER, BEFORE, articles, body


def test_headlines_below_their_bodies_find_them() -> None:
    titles = [article.title for article in articles(AFTER)]
    assert titles == [
        "春茶推介会签下大单", "温室番茄 挂出好日子 ——白石镇设施农业一线探访", "番茄红了之后", None,
    ]  # fmt: skip


def test_headlines_above_their_bodies_find_them_and_slogans_are_left_out() -> None:
    assert [article.title for article in articles(BEFORE)] == ["青山市外贸跑出加速度", "致全市外贸企业的一封信"]


def test_kinds_are_told_apart() -> None:
    assert [article.kind for article in articles(AFTER)] == ["news", "news", "commentary", "photo"]
    assert [article.kind for article in articles(BEFORE)] == ["news", "letter"]


def test_bylines_have_names_roles_and_places_in_the_text() -> None:
    first, second, third, photo = articles(AFTER)
    assert [(b.name, b.role) for b in first.bylines] == [("甲建国", "reporter"), ("李小燕", "correspondent")]
    assert [(b.name, b.role) for b in second.bylines] == [
        ("王海峰", "reporter"), ("赵敏", "reporter"), ("周立", "correspondent"),
    ]  # fmt: skip
    assert [b.name for b in third.bylines] == ["郑一言"]
    assert [b.name for b in photo.bylines] == ["孙明亮"]
    for article in (first, second, third, photo):
        assert all(article.text[b.start : b.end] == b.name for b in article.bylines)


def test_a_body_runs_from_its_byline_to_its_credit() -> None:
    found = articles(AFTER)
    assert [AFTER[a.start : a.start + 5] for a in found] == ["本报讯（记", "■ 本 报", "番茄红了，", "3月3日，"]
    assert [AFTER[a.end - 5 : a.end] for a in found] == ["年的新品。", "转第3版）", "■ 郑一言", "孙明亮 摄"]


def test_columns_flow_together_and_paragraphs_stay_apart() -> None:
    second = articles(AFTER)[1]
    assert body(second).split("\n") == [
        "■本报记者 王海峰 赵敏",
        "本报通讯员 周立",
        "3月4日，临江市白石镇的智能温室里，一排排番茄架挂满了果。"
        "技术员说，这里的产量是露天的四倍，一年可以采收九个月。",
        "好苗子 好收成",
        "白石镇去年建起育苗中心，全镇温室番茄种植户从此不用外出买苗，种植户已经有600多家。",
        "（下转第3版）",
    ]


def test_the_headline_stands_first_in_the_text_and_keeps_its_place_in_the_page() -> None:
    first = articles(AFTER)[0]
    assert first.text.startswith("春茶推介会签下大单\n本报讯（记者 甲建国 通讯员 李小燕）3月5日")
    assert AFTER[first.offsets[0] :].startswith("春茶推介会签下大单")
    assert first.offsets[0] > first.offsets[first.body]
    assert first.body in first.breaks


def test_days_take_their_year_from_the_page() -> None:
    assert [article.dateline for article in articles(BEFORE)] == ["2024-06-05", "2024-06-06"]
    assert {article.issued for article in articles(BEFORE)} == {"2024-06-07"}
    assert [article.dateline for article in articles(AFTER, issued="2023-03-06")] == [
        "2023-03-05", "2023-03-04", None, "2023-03-03",
    ]  # fmt: skip
    assert articles(AFTER)[0].dateline is None


def test_half_width_punctuation_is_unified_in_the_text_and_kept_in_print() -> None:
    first = articles(BEFORE)[0]
    assert "本报讯（记者 钱进）6月5日，记者从青山海关获悉，1—5月，" in first.text
    assert "本报讯(记者 钱进)6月5日,记者从" in first.printed


def test_a_plain_file_is_one_article_whatever_subheads_it_has() -> None:
    text = (
        "海风吹绿一座城——\n江口市治沙三十年（新时代·一线见闻）\n\n　　本报记者 何 为\n"
        "　　春天的江口，林带连成了片。老护林员张根宝说，三十年前这里只有沙。\n\n　　先把沙按住\n"
        "　　1990年，江口市组建了第一支治沙队。\n　　再把树种活\n　　如今，全市林木覆盖率达到41%。\n"
        "　　（李想、赵青参与采写）\n　　版式设计：丁一\n"
    )
    [article] = articles(text)
    assert article.title == "海风吹绿一座城—— 江口市治沙三十年（新时代·一线见闻）"
    assert body(article).startswith("本报记者 何为\n春天的江口，")
    assert "先把沙按住\n1990年" in article.text
    assert [b.name for b in article.bylines] == ["何为"]


def test_an_item_with_a_title_of_its_own_is_one_article() -> None:
    text = "两地携手建园区\n甲市和乙市6月1日签约。\n园区年内开工。"
    [article] = articles(text, title="两地携手建园区", issued="2022-06-02")
    assert (article.title, article.body, article.dateline) == ("两地携手建园区", 8, "2022-06-01")
    assert body(article) == "甲市和乙市6月1日签约。\n园区年内开工。"


def test_a_headline_that_points_to_another_page_is_a_fragment() -> None:
    text = (
        "本报讯（记者 冯静）7月1日，清河市第三届龙舟赛在东湖开赛，来自五个县的三十支队伍参加，东湖\n"
        "岸边站满了看龙舟的市民。\n\n东湖龙舟竞渡\n\n一城灯火 满街书香\n——全国读书月活动侧记\n（见第4版）\n\n"
        "本报讯（记者 许诺）7月1日，清河市博物馆新馆开馆，首日接待观众五千人次，馆内展出文物两\n千件。\n\n"
        "博物馆新馆开馆\n"
    )
    found = articles(text)
    assert [article.title for article in found] == [
        "东湖龙舟竞渡", "一城灯火 满街书香 ——全国读书月活动侧记", "博物馆新馆开馆",
    ]  # fmt: skip
    assert found[1].kind == "fragment"
    assert text[found[1].start : found[1].end].endswith("（见第4版）")


def test_the_second_half_of_an_article_is_a_fragment_of_its_own() -> None:
    text = (
        "本报讯（记者 冯静）7月1日，清河市龙舟赛开赛。（下转第2版）\n\n龙舟赛开赛\n\n"
        "（上接第1版）比赛结束后，主办方给前三名颁奖，观众久久不愿离去。\n\n"
        "本报讯（记者 许诺）7月1日，清河市博物馆开馆。\n\n博物馆开馆\n"
    )
    assert [article.kind for article in articles(text)] == ["news", "fragment", "news"]


def test_a_passage_without_any_layout_is_one_article() -> None:
    [article] = articles("青山市恒通电机有限公司位于青山市高新区。")
    assert (article.title, article.body, article.text) == (None, 0, "青山市恒通电机有限公司位于青山市高新区。")
    [name] = articles("青山市恒通电机有限公司")
    assert name.text == "青山市恒通电机有限公司"
    assert articles(" \n　\n") == []


def test_a_caption_in_the_middle_of_a_sentence_is_lifted_out() -> None:
    text = (
        "本报讯（记者 冯静）7月1日，清河市第三届龙舟赛在东湖开赛，来自五\n个县的三十支队伍参加，东湖岸边站满了看\n\n"
        "6月30日，选手在东湖训练。\n■ 本报记者 许诺 摄\n\n龙舟的市民。比赛为期两天，奖金十万元。\n\n东湖龙舟竞渡\n"
    )
    report, photo = articles(text)
    assert "东湖岸边站满了看龙舟的市民。" in report.text
    assert report.printed.index("龙舟的市民") in report.breaks
    assert (photo.kind, photo.title, [b.name for b in photo.bylines]) == ("photo", None, ["许诺"])


def test_senders_and_date_below_a_letter_are_paragraphs_of_it() -> None:
    letter = articles(BEFORE)[1]
    assert body(letter).split("\n")[-2:] == ["青山市商务局", "2024年6月6日"]
