"""Short rows that are no text: pointers to other pages, page heads, imprints; and marks at the edge of text."""

from __future__ import annotations

import re

_NUMBER = r"(?:第\s*)?[A-Za-z]?\s*[\d０-９一二三四五六七八九十]+\s*(?:[—\-、]\s*\d+\s*)?版"
_POINTER = re.compile(
    r"[（(]?\s*(?:下\s*转|上\s*接|转|紧\s*接|详?\s*见|相关(?:报道|新闻)(?:详?见)?|更多.{0,6}见|(?:报道|文|全文)(?:详?见|刊))"
    rf"\s*(?:今日)?\s*{_NUMBER}[^）)。]{{0,12}}[）)]?$"
)
CONTINUED = re.compile(rf"[（(【]?\s*(?:上\s*接|紧\s*接)\s*{_NUMBER}[^）)。】]{{0,24}}[）)】]?")
"""The second half of an article that began on another page."""
TURNED = re.compile(r"[（(]\s*下\s*转[^（）()]{1,12}[）)]$")
"""The end of a first half."""
_MARGIN = re.compile(
    r"(?:本版|本期|今日)?(?:责任编辑|责编|编辑|副?主编|值班(?:主任|总编|编委)|美术编辑|美编|版式(?:设计)?|组版|排版|校对|审读|制图|检校"
    r"|图编|统筹|策划)\s*[:：/／|｜]"
    r"|(?:联系|投稿|新闻|服务|广告|发行|咨询|举报|监督|总编室|编辑部)?(?:电话|热线|邮箱|信箱|传真|邮编|邮政编码|网址|国内统一|刊号|地址)"
    r"\s*[:：]"
    r"|E-?mail\s*[:：]|ISSN|CN\s?\d\d-\d|https?://|www\."
    r"|第?\s*[A-Za-z]?\d{1,3}\s*版(?:\s*[\u3400-\u9fff·]{0,8}){0,3}\s*(?:\d{4}\s*年.*)?$"
    r"|\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*"
    r"[·/|]?\s*(?:星期|周|农历|[甲乙丙丁戊己庚辛壬癸]|第|[A-Za-z]?\d).{0,40}$"
    r"|(?:星期|周)[一二三四五六日天](?:\s.{0,30})?$"
    r"|[A-Za-z]?\d{1,3}$|(?:来源|资料来源)\s*[:：]",
    re.IGNORECASE,
)
_SOURCE = re.compile(r"[（(].{2,30}(?:提供|供稿|整理|辑录?|据.{2,12})[）)]$")
_CREDIT = re.compile(r"(?:摄影?|图|整理|供稿)\s*[）)]?$|^[（(].*[）)]$")
_BULLET = re.compile(
    r"[●◆★▲■◇○※•·➤▶►☆△▪①②③④⑤⑥⑦⑧⑨⑩]|\d{1,2}[.、．]|[（(][一二三四五六七八九十\d]{1,2}[）)]|[一二三四五六七八九十]{1,2}、"
)
_DAY = re.compile(
    r"^[（(]?(?:\d{4}|[二〇○零一二三四五六七八九]{4})\s*年"
    r"\s*[\d一二三四五六七八九十]{1,2}\s*月\s*[\d一二三四五六七八九十]{1,3}\s*日[）)]?$"
)


def pointer(text: str) -> bool:
    """Whether the row only points to another page: （下转第8版）, （详见第4版）."""
    return bool(_POINTER.match(text))


def margin(text: str) -> bool:
    """Whether the row belongs to the page and to no article: 第8版 2025年4月12日 星期六, 责任编辑：…, 电话：…."""
    return bool(_MARGIN.match(text))


def bullet(text: str) -> bool:
    """Whether an item of a list begins here: ●…, 1. …, 一、…."""
    return bool(_BULLET.match(text))


def day(text: str) -> bool:
    """Whether the row is a date and nothing else, as below a letter."""
    return bool(_DAY.match(text))


def source(text: str) -> bool:
    """Whether the row names in brackets where the text is from: （…提供）."""
    return bool(_SOURCE.match(text))


def credit(byline: str) -> bool:
    """Whether a byline is one that stands below what it is of: … 摄, （… 整理）."""
    return bool(_CREDIT.search(byline))
