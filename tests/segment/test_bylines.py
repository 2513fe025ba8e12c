"""Reporters and correspondents in the styles in which newspapers name them."""

from __future__ import annotations

import pytest

from kg.segment import bylines


def short(authors: tuple[bylines.Author, ...]) -> str:
    return " ".join(f"{author.role[0]}:{author.name}" for author in authors)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("■ 本报记者 王海峰 赵敏", "r:王海峰 r:赵敏"),
        ("■ 本 报 记 者 王海峰 赵 敏", "r:王海峰 r:赵敏"),
        ("本报通讯员 周立 陈晓", "c:周立 c:陈晓"),
        ("□记者 孙明 通讯员 李小燕 报道", "r:孙明 c:李小燕"),
        ("■ 本报记者 孙明/本报通讯员 李小燕", "r:孙明 c:李小燕"),
        ("（本报记者 张 明 李建国整理）", "r:张明 r:李建国"),
        ("（本报记者张明、李建国、欧阳小红报道）", "r:张明 r:李建国 r:欧阳小红"),
        ("本报记者 孙明亮 摄", "r:孙明亮"),
        ("人民网记者 孙明亮摄", "r:孙明亮"),
        ("作者：周文 图/孙明亮", "r:周文 r:孙明亮"),
        ("■ 本报记者 买买提·吐尔逊", "r:买买提·吐尔逊"),
        ("全媒体记者 孙明 实习生 周立", "r:孙明 r:周立"),
        ("本报评论员 周文", "r:周文"),
        ("记者观察到的变化", ""),
        ("本报记者对此作了调查。", ""),
        ("■ 让群众满意", ""),
        ("通讯员队伍建设", ""),
    ],
)
def test_a_byline_row_is_read(text: str, found: str) -> None:
    assert short(bylines.byline(text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [("■ 周文", "r:周文"), ("■周文", "r:周文"), ("■ 让群众满意", ""), ("周文", ""), ("■ 强国必先强农", "")],
)
def test_a_commentary_is_signed_with_a_mark_and_a_name(text: str, found: str) -> None:
    assert short(bylines.signature(text)) == found


@pytest.mark.parametrize(
    ("text", "rest", "found"),
    [
        ("本报讯（记者 孙明 通讯员 李小燕）3月5日，", "3月5日，", "r:孙明 c:李小燕"),
        ("本报讯 （记者 孙明） 3月5日，", " 3月5日，", "r:孙明"),
        ("本报讯（陈小东 刘华）3月5日，", "3月5日，", "c:陈小东 c:刘华"),
        ("本报青山讯 近日，", " 近日，", ""),
        ("新华社北京3月5日电（记者 孙明、李小燕）会议", "会议", "r:孙明 r:李小燕"),
        ("据新华社北京3月5日电 会议", " 会议", ""),
        ("本报海口1月7日电（记者孙明）自", "自", "r:孙明"),
        ("央视网消息（新闻播报）：会议", "（新闻播报）：会议", ""),
    ],
)
def test_the_head_of_a_report_is_read(text: str, rest: str, found: str) -> None:
    opening = bylines.opening(text)
    assert opening is not None
    assert (text[opening.end :], short(opening.authors)) == (rest, found)


def test_running_text_has_no_head() -> None:
    assert bylines.opening("记者从市商务局获悉，") is None
    assert bylines.opening("本报读者来信") is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("枝头挂满了果。 ■ 本报通讯员 周立", "c:周立"),
        ("枝头挂满了果。（记者 孙明 通讯员 周立）", "r:孙明 c:周立"),
        ("枝头挂满了果。本报记者 孙明摄", "r:孙明"),
        ("枝头挂满了果（见右图）。", ""),
        ("他把消息告诉了本报记者。", ""),
    ],
)
def test_a_credit_at_the_end_is_read(text: str, found: str) -> None:
    closing = bylines.closing(text)
    assert short(closing[1] if closing else ()) == found


def test_names_run_together_are_parted_where_there_is_one_way_to() -> None:
    assert short(bylines.names("王海峰李小燕", 0, "reporter")) == "r:王海峰 r:李小燕"
    assert [(a.start, a.end) for a in bylines.names("张 明 李建国", 5, "reporter")] == [(5, 8), (9, 12)]
