"""Pages for the tests, as an e-paper's extraction prints them."""

from __future__ import annotations

from kg.model.page import Article, Page
from kg.segment import run


def page(text: str, title: str | None = None, issued: str | None = None) -> Page:
    return Page(
        id="0" * 16, source="page.txt", sha256="0" * 64, encoding="utf-8", text=text, title=title, issued=issued
    )


def articles(text: str, title: str | None = None, issued: str | None = None) -> list[Article]:
    return run(page(text, title, issued))


def body(article: Article) -> str:
    return article.text[article.body :]


AFTER = """
 本报讯（记者 甲建国 通讯员 李
小燕） 3月5日，临江市春茶推介会
在望湖宾馆举行，四家茶企现场签下
3 .2亿元订单。会上，临江市绿峰茶
业有限公司发布了今年的新品。

春茶推介会签下大单

■ 本 报 记 者 王海峰 赵 敏
本报通讯员 周立

3月4日，临江市白石镇的智能温室
里，一排排番茄架挂满了果。技术员
说，这里的产量是露天的

四倍，一年可以采收九个月。

好苗子 好收成

白石镇去年建起育苗中心，全镇温室
番茄种植户从此不用外出买苗，种植
户已经有6 0 0多家。
（下转第3版）

温室番茄 挂出好日子
——白石镇设施农业一线探访

番茄红了，不只是一镇的事。临江市的设施农业还小，路还长，要靠一个又一个镇子摸
索着往前走，也要靠银行、院所和企业一起使劲。把路走宽了，好日子就会挂在更多的
枝头。这样的日子，值得大家一起盼。

番茄红了之后
■ 郑一言

3月3日，临江市河西小学的学生在操场放风筝。春风一起，这所小学就办起风筝节，今年
已经是第十届。 ■ 本报记者 孙明亮 摄
"""

BEFORE = """第2版 2024年6月7日 星期五

聚焦高质量发展

青山市外贸跑出加速度

本报讯(记者 钱进)6月5日,记者从青山海关获悉,1—5月,青山市外贸进出口总额达到86.4亿元,同比增长12.7%,外贸规模创下新高。

其中,对东盟出口增长最快。青山市恒通电机有限公司把电机卖到了越

南和泰国,订单已经排到九月。

致全市外贸企业的一封信

全市外贸企业:

今年以来,大家顶住压力,守住了青山外贸的基本盘,我们向大家表示感谢!

青山市商务局
2024年6月6日

责任编辑：吴小二 电话：0000-1234567
"""
