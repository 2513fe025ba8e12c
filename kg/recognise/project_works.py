"""Projects told by what is done with them: what is built (拟新建|气调库项目), and works that are begun or finished.

A railway or a dam is a place as long as it just stands there; while it is planned, begun, built or opened it is a
project, whether or not the word 项目 follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_WORK = (
    r"铁路|高铁|高速公路|高速|快速路|特大桥|大桥|隧道|水库|水利枢纽|枢纽|抽水蓄能电站|核电站|水电站|电站|变电站|输电线路|输气管道|管道|管廊|"
    r"运河|航道|码头|机场|航站楼|地铁\d{1,2}号线|轻轨|泵站|水厂|污水处理厂|垃圾焚烧发电厂|发电厂|热电厂|风电场|光伏电站|大坝|堤防|灌区|"
    r"保种场|养殖场|生产线|数据中心|智算中心|合作中心|创新中心|会展中心|物流中心|研发中心|冷库|气调库|二级节点|体育馆|体育场|博物馆|科技馆|图书馆"
)
_PLANNED = re.compile(
    rf"(?:(?:拟|将|计划|谋划|规划|筹划|启动|开工|正在|正|动工|投资(?:[约近超逾]?[\d.]+[多余]?[万亿]+元)?)(?:投资|在[\u4e00-\u9fff]{{2,9}}?)?"
    rf"(?:建设|新建|修建|兴建|扩建|投建|建造|改建|布局)|(?:新建|投建|兴建|修建|筹建))(?:了|一[座条个处])?"
    rf"([\u4e00-\u9fffA-Za-z0-9·—\-]{{2,20}}?(?:{_WORK}))(?=[，。；、！]|等|和|与|一期|项目)"
)
_DONE = re.compile(
    rf"(?<![\u4e00-\u9fffA-Za-z0-9])([\u4e00-\u9fffA-Za-z0-9·—\-]{{2,18}}?(?:{_WORK}))(?:[一二三四]期)?(?:正式|全面|全线|顺利|提前|主体|已|也|将|于|日前|近日|如期)*"
    r"(?:开工|动工|竣工|完工|通车|贯通|合龙|投产|投运|封顶|建成通车|建成投|并网|试运行|通航|建设现场|施工现场|建设工地)"
)
_LED = re.compile(
    r"(?:建设|新建|扩建|续建|投建|兴建|筹建|引进|承建|上马|开工|开建|实施)(?:了)?"
    r"([\u4e00-\u9fffA-Za-z0-9·+\-]{4,18}?)(?:项目|工程)(?=[，。；、！”）]|等|和|与|开工|落地|签约|总投资|投资|建成|建设|已|将|于)"
)
_PHASE = re.compile(r"(?:建设|投资|启动|实施|开工|新建|上马|推进)([一二三四]期(?:项目|工程))")
_FUNCTION = re.compile(
    r"第[一二三四五六七八九十]|\d家|[的了着过是在将把被让由为从对等及其这那各该本每也都还已我他她它们]|一[批系个]|两个|多个|\d个|重点|重大|大批|全市|全省|全县|全国|若干|相关|有关|"
    r"一体化推|加快|推进|推动|推行|支持|鼓励|带动|确保|围绕|聚焦|企业|政府|群众|记者|村民|现场|项目|签约|开工|建设|安排|总投资|获得|承担|国家级|省级|市级"
)


def led(text: str) -> Iterator[tuple[int, int]]:
    """Spans of names up to 项目 or 工程 that a verb of building leads to, whatever they tell."""
    for hit in _LED.finditer(text):
        if not _FUNCTION.search(hit.group(1)):
            yield hit.start(1), hit.end()


def phases(text: str) -> Iterator[tuple[int, int]]:
    """Spans of phases that are built: 投资6.2亿元建设|二期项目."""
    for hit in _PHASE.finditer(text):
        yield hit.start(1), hit.end(1)


def works(text: str) -> Iterator[tuple[int, int]]:
    """Spans of works that are planned, begun or finished."""
    for rule in (_PLANNED, _DONE):
        for hit in rule.finditer(text):
            if not _FUNCTION.search(hit.group(1)):
                yield hit.span(1)
