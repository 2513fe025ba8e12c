"""What the command line says, in Chinese and in English (`KG_LANG=en`). `--json` knows no language."""

from __future__ import annotations

import os

_TEXTS: dict[str, tuple[str, str]] = {
    "unknown": ("图谱里没有“{name}”", "nobody in the graph is called {name}"),
    "nearest": ("最接近的名称：{names}", "nearest names: {names}"),
    "ambiguous": ("“{name}”有多个对象，请用编号指定：", "{name} may be several things; name one by its id:"),
    "not_built": ("没有可用的图谱（{path}）。请先运行：kg build", "no usable graph ({path}); run first: kg build"),
    "error": ("错误：{message}", "error: {message}"),
    "interrupted": ("已中断，原有输出未改动", "interrupted; the previous outputs are untouched"),
    "rejected": ("未读入 {source}：{reason}", "left out {source}: {reason}"),
    "built": ("{pages} 个版面，{articles} 篇文章 → {output}（{seconds} 秒）",
              "{pages} pages, {articles} articles → {output} ({seconds} s)"),
    "entities": ("实体 {total}：{types}", "{total} entities: {types}"),
    "facts": ("关系 {statements}，职务 {posts}，数字 {observations}，提及 {mentions}，剔除 {rejects}",
              "{statements} relations, {posts} posts, {observations} observations, {mentions} mentions,"
              " {rejects} rejects"),
    "edges": ("{count} 条事实", "{count} facts"),
    "edges_cut": ("{count} 条事实，显示前 {shown} 条", "{count} facts, the first {shown} shown"),
    "numbers": ("数字", "numbers"),
    "names": ("又称：{names}", "also: {names}"),
    "part_of": ("属于：{names}", "part of: {names}"),
    "merged": ("并入的旧编号：{ids}", "merged ids: {ids}"),
    "mentioned": ("提及 {mentions} 次，见于 {count} 篇文章：", "{mentions} mentions in {count} articles:"),
    "no_title": ("（无标题）", "(no headline)"),
    "no_path": ("{start} 与 {end} 之间没有路径（{articles} 篇文章）",
                "no path from {start} to {end} in {articles} articles"),
    "same": ("两个名称是同一个实体：{name}", "both names are one entity: {name}"),
    "nothing": ("没有找到“{text}”", "nothing found for {text}"),
    "conforms": ("图谱符合全部约束（{count} 条三元组）", "the graph conforms to every shape ({count} triples)"),
    "violations": ("不符合约束：{count} 处", "{count} violations:"),
    "wrote": ("已写出 {path}", "wrote {path}"),
    "rule": ("规则 {by}，置信度 {confidence}", "rule {by}, confidence {confidence}"),
    "at": ("{page}，字符 {start}–{end}", "{page}, characters {start}–{end}"),
    "why_use": ("kg why 需要一个事实编号，或 主体 关系 客体", 
                "kg why takes a statement's id, or SUBJECT RELATION OBJECT"),
    "rows": ("{count} 行", "{count} rows"),
    "confidence": ("置信度", "confidence"),
    "asserted": ("陈述", "asserted"),
    "planned": ("计划", "planned"),
    "denied": ("否认", "denied"),
    "reported": ("转述", "reported"),
    "reading": ("读入与抽取", "reading pages"),
    "resolve": ("归并", "resolving"),
    "export": ("写出", "writing"),
}  # fmt: skip

RELATIONS: dict[str, tuple[str, str]] = {
    "locatedIn": ("位于", "located in"),
    "memberOf": ("属于", "member of"),
    "leads": ("领军", "leads"),
    "produces": ("生产", "produces"),
    "suppliesTo": ("供货给", "supplies"),
    "cooperatesWith": ("合作", "cooperates with"),
    "subsidiaryOf": ("隶属于", "subsidiary of"),
    "undertakes": ("承担", "undertakes"),
    "exportsTo": ("出口到", "exports to"),
    "awarded": ("获得", "awarded"),
    "listedOn": ("上市于", "listed on"),
    "organizes": ("主办", "organizes"),
    "attends": ("参加", "attends"),
    "issued": ("发布", "issued"),
    "holdsPost": ("任职", "holds a post of"),
}
TYPES: dict[str, tuple[str, str]] = {
    "Company": ("企业", "Company"), "Government": ("党政机关", "Government"), "Institution": ("机构", "Institution"),
    "Person": ("人物", "Person"), "Place": ("地方", "Place"), "Park": ("园区设施", "Park"),
    "Cluster": ("产业集群", "Cluster"), "Chain": ("产业链", "Chain"), "Industry": ("产业", "Industry"),
    "Product": ("产品", "Product"), "Project": ("项目", "Project"), "Event": ("活动", "Event"),
    "Honor": ("荣誉", "Honor"), "Policy": ("政策", "Policy"),
}  # fmt: skip


def english() -> bool:
    """Whether the user asked for English."""
    return os.environ.get("KG_LANG", "").lower().startswith("en")


def say(key: str, /, **values: object) -> str:
    """A message in the user's language."""
    return _TEXTS[key][english()].format(**values)


def relation(name: str) -> str:
    """A predicate in the user's language."""
    return RELATIONS.get(name, (name, name))[english()]


def kind(name: str) -> str:
    """An entity type in the user's language."""
    return TYPES.get(name, (name, name))[english()]
