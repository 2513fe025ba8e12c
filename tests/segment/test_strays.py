"""Blanks inside running text: dropped inside words, kept where they part something."""

from __future__ import annotations

import pytest

from kg.segment.reflow import flow


def reflowed(text: str) -> str:
    return flow(text, ((0, len(text)),)).text


def test_a_blank_inside_a_word_of_a_sentence_is_dropped() -> None:
    text = "三月五日，临江市召开企 业发展座谈会，与会代表围绕有色金属和农副产 品加工提出建议，会议开了一整天。"
    assert " " not in reflowed(text)


def test_a_blank_between_two_long_stretches_of_a_sentence_is_dropped() -> None:
    text = "临江市绿峰茶业有限公司的新厂房已经封顶，公司负责人介绍，这批设备将于下个月 运抵厂区并开始安装调试。"
    assert "下个月运抵" in reflowed(text)


@pytest.mark.parametrize(
    "kept",
    [
        "本报临江讯（记者 甲建国 通讯员 李小燕）",
        "临江市以“绿色发展 共赢未来”为主题举办了一场持续三天的",
        "●青山县 这个县今年把温室番茄做成了带动全县增收的大产业，",
        "据介绍，首席评论员 黎明远当天在会场说，",
    ],
)
def test_a_blank_that_parts_names_phrases_or_a_label_is_kept(kept: str) -> None:
    text = kept + "活动，来自各地的客商走进了车间，看了生产线，谈了合作的打算，最后还参观了展馆。"
    assert reflowed(text).count(" ") == kept.count(" ")


def test_a_foreign_word_broken_by_the_end_of_a_row_is_one_word_and_a_foreign_phrase_keeps_its_blank() -> None:
    broken = "这家企业今年研制出了一种新的CV\nD金刚石薄膜材料，已经送到客户那里\n试用，反馈都说好。"
    assert "CVD金刚石" in reflowed(broken)
    phrase = "这首老歌的英文名字叫作Over the\nRainbow，合唱队的孩子们在台上一连\n唱了三遍，台下掌声不断。"
    assert "Over the Rainbow" in reflowed(phrase)
