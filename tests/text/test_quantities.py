"""Numbers in running text: what is one, what it counts, and what only looks like one."""

from __future__ import annotations

from decimal import Decimal
from time import perf_counter

import cn2an
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.text import numerals, quantities

_NUMERALS = "零〇一二两三四五六七八九十百千万亿半第约近超余多几数0123456789.,，%/-—至到～零下"
_WORDS = [
    "万家",
    "亿元",
    "个",
    "名",
    "℃",
    "%",
    "成",
    "倍",
    "年",
    "月",
    "日",
    "公里",
    "（套）",
    "以上",
    "大产业",
    "分之",
    "第",
    "。",
    " ",
]
texts = st.lists(st.one_of(st.text(alphabet=_NUMERALS, max_size=6), st.sampled_from(_WORDS), st.text(max_size=4))).map(
    "".join
)


def read(text: str) -> list[tuple[str, str | None]]:
    return [(q.value, q.unit) for q in quantities.find(text)]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("全镇有1.6 万多家商户", "1.6", "万家"),
        ("2万多名村民用上新水", "2", "万名"),
        ("近百人到场", "100", "人"),
        ("上万家工厂", "10000", "家"),
        ("千余名学生", "1000", "名"),
        ("成本涨到十二万。", "12", "万"),
        ("推出十二项措施", "12", "项"),
        ("十余项专利", "10", "项"),
        ("两百多人", "200", "人"),
        ("一千二百三十四人", "1234", "人"),
        ("订单占三成", "3", "成"),
        ("大约一半", "0.5", None),
        ("价格只有原来的1/4", "0.25", None),
        ("三分之二", "0.666667", None),
        ("百分之八点五", "8.5", "%"),
        ("千分之三", "3", "‰"),
        ("气温零下20摄氏度", "-20", "摄氏度"),
        ("最低-5℃", "-5", "℃"),
        ("5000余户居民", "5000", "户"),
        ("年产300 万台（套）", "300", "万台（套）"),
        ("交付20万克拉", "20", "万克拉"),
        ("装机60.5万千瓦", "60.5", "万千瓦"),
        ("功率5千瓦", "5", "千瓦"),
        ("浓度为40微克/立方米", "40", "微克/立方米"),
        ("设计能力20万吨/年", "20", "万吨/年"),
        ("居全省第2位", "2", "位"),
        ("列全省前3位", "3", "位"),
        ("位居全县第一", "1", None),
        ("增长12.34%", "12.34", "%"),
        ("提高1.2个百分点", "1.2", "个百分点"),
        ("总投资4.6亿元", "4.6", "亿元"),
        ("货款1,234.5元", "1234.5", "元"),
        ("是原来的5倍", "5", "倍"),
        ("产量翻两番", "2", "番"),
        ("建厂20周年", "20", "周年"),
        ("分为9大类", "9", "大类"),
        ("服务企业2000余家次", "2000", "家次"),
        ("劝返1250次", "1250", "次"),
        ("全县唯一一条生产线", "1", "条"),
        ("翻了一倍", "1", "倍"),
        ("内径一毫米", "1", "毫米"),
        ("工期缩短一年", "1", "年"),
        ("干了3年半", "3.5", "年"),
        ("用户超2.5亿，", "2.5", "亿"),
        ("引进2万人才", "2", "万"),
        ("六大主导产业", "6", None),
        ("空气质量综合指数3.52，", "3.52", None),
        ("压力2.5GPa", "2.5", "GPa"),
        ("改善7.0%", "7.0", "%"),
    ],
)
def test_a_number_keeps_its_digits_and_takes_its_whole_unit(text: str, value: str, unit: str | None) -> None:
    assert read(text) == [(value, unit)]


@pytest.mark.parametrize(
    "text",
    [
        "数十个国家", "几十人", "数百万元", "三四个人", "十几个", "四五十人", "二三十家", "成百上千", "一些企业",
        "一批项目", "一个企业",
        "每一家", "十八里店乡", "三农工作", "一带一路", "五链联动", "五一假期", "专精特新", "第三代半导体",
        "第28届年会",
        "第八批名单", "XQ7轿车", "PM2.5", "GB/T 1234-2020", "前10位名单", "电话0635-8000000", "手机13900000000",
        "拨打12345",
        "9时15分", "9:00—16:00", "2024年", "2024年1—10月", "3月5日", "2025届毕业生", "1986年", "二〇二四年",
        "一次性收费", "二次供水",
        "三台风机", "三年行动", "三年级学生", "百家企业", "万亩良田", "千亿级", "世界500强", "5G网络", "4A级景区",
        "1∶3", "7×24小时",
        "党的二十大", "十四届全国人大", "三次会议", "零件", "一体化", "三位一体", "另一半", "三门峡", "一大早",
        "两会", "3所有制",
    ],
)  # fmt: skip
def test_what_counts_nothing_is_no_quantity(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("3000元至4000元", [("3000", "元"), ("4000", "元")]),
        ("25%—30%", [("25", "%"), ("30", "%")]),
        ("3至5万元", [("3", "万元"), ("5", "万元")]),
        ("3万至5万元", [("3", "万元"), ("5", "万元")]),
        ("8000至1万元", [("8000", "元"), ("1", "万元")]),
        ("20到30岁", [("20", "岁"), ("30", "岁")]),
    ],
)
def test_both_ends_of_a_range_are_quantities_that_know_each_other(text: str, ends: list[tuple[str, str]]) -> None:
    first, last = quantities.find(text)
    assert [(first.value, first.unit), (last.value, last.unit)] == ends
    assert first.partner == (last.start, last.end)
    assert last.partner == (first.start, first.end)


def test_numbers_told_one_to_one_share_the_unit_of_the_last() -> None:
    assert read("浓度分别为40、77和9微克") == [("40", "微克"), ("77", "微克"), ("9", "微克")]
    assert read("住在1、2和3号楼") == []


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("超300人", "over"), ("300余人", "over"), ("近300人", "about"), ("300人左右", "about"), ("不足300人", "under"),
        ("不低于300人", "at_least"), ("300人以上", "at_least"), ("最高300万元", "at_most"), ("300人以下", "at_most"),
        ("300人", "exact"),
    ],
)  # fmt: skip
def test_words_around_a_number_bound_it(text: str, bound: str) -> None:
    assert [q.bound for q in quantities.find(text)] == [bound]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("3亿元", "money"),
        ("5%", "rate"),
        ("居第2位", "rank"),
        ("30亩", "area"),
        ("三大产业", "group"),
        ("一半", "fraction"),
    ],
)
def test_the_kind_says_what_is_measured(text: str, kind: str) -> None:
    assert [q.kind for q in quantities.find(text)] == [kind]


@given(texts)
def test_any_text_gives_ordered_spans_whose_values_are_decimals(text: str) -> None:
    end = 0
    for quantity in quantities.find(text):
        assert end <= quantity.start < quantity.end <= len(text)
        assert quantity.text == text[quantity.start : quantity.end]
        assert Decimal(quantity.value).is_finite()
        assert quantity.unit != ""
        end = quantity.end


@given(st.integers(1, 9_999_999), st.sampled_from(["家", "元", "吨", "人次", "平方公里"]))
def test_a_number_printed_in_any_way_reads_back(number: int, unit: str) -> None:
    assert read(f"共{number}{unit}") == [(str(number), unit)]
    assert read(f"共{number:,}{unit}") == [(str(number), unit)]


@given(st.integers(3, 99_999_999))
def test_chinese_numerals_agree_with_the_reference_reader(number: int) -> None:
    written = cn2an.an2cn(number)
    assert numerals.parse(written) == number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("二〇二四", 2024),
        ("两千五", 2500),
        ("三千零五", 3005),
        ("七八", None),
        ("十百", None),
        ("", None),
        ("三x", None),
    ],
)
def test_loose_numerals_are_read_and_estimates_are_not(text: str, value: int | None) -> None:
    assert numerals.parse(text) == value


@given(st.text(alphabet=numerals.HAN + "半点", max_size=12))
def test_no_string_of_numeral_characters_breaks_the_reader(text: str) -> None:
    value = numerals.parse(text)
    assert value is None or value >= 0
    parts = numerals.split(text)
    assert parts is None or Decimal(parts[0]) > 0


@pytest.mark.parametrize("piece", ["一二三12万至", "2024年1月", "1", "一", "1,111", "第", "分别为1、"])
def test_reading_takes_time_in_proportion_to_the_text(piece: str) -> None:
    started = perf_counter()
    quantities.find(piece * (40_000 // len(piece)))
    assert perf_counter() - started < 10


def test_currencies_without_a_word_of_their_own_keep_their_name() -> None:
    (found,) = quantities.find("投资10亿埃镑。")
    assert (found.value, found.unit, found.kind) == ("10", "亿埃镑", "money")
