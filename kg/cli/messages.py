"""What the command line says, in Chinese and in English (`KG_LANG=en`). `--json` knows no language."""

from __future__ import annotations

from kg.cli.language import choose

_TEXTS: dict[str, tuple[str, str]] = {
    "unknown": ("图谱里没有“{name}”", "nobody in the graph is called {name}"),
    "nearest": ("最接近的名称：{names}", "nearest names: {names}"),
    "ambiguous": ("“{name}”有多种可能，请用编号指定：", "{name} may be several things; name one by its id:"),
    "no_statement": ("图谱里没有这条事实：{wanted}", "the graph has no such statement: {wanted}"),
    "instead": ("有的是：", "what there is:"),
    "not_built": ("没有可用的图谱（{path}）。请先运行：kg build", "no usable graph ({path}); run first: kg build"),
    "error": ("错误：{message}", "error: {message}"),
    "interrupted": ("已中断，原有输出未改动", "interrupted; the previous outputs are untouched"),
    "rejected": ("未读入 {source}：{reason}", "left out {source}: {reason}"),
    "unpublished": ("没有一个输入可以读入，没有写出图谱；{output} 保持原样",
                    "no input could be read: nothing is published, {output} stays as it was"),
    "built": ("{pages} 个版面，{articles} 篇文章 → {output}（{seconds} 秒）",
              "{pages:page}, {articles:article} → {output} ({seconds} s)"),
    "entities": ("实体 {total}：{types}", "{total:entity/entities}: {types}"),
    "facts": ("关系 {statements}，任职 {posts}，数字 {observations}，提及 {mentions}，剔除 {rejects}",
              "{statements:relation}, {posts:post}, {observations:observation}, {mentions:mention},"
              " {rejects:reject}"),
    "edges": ("{count} 条事实", "{count:fact}"),
    "edges_cut": ("{count} 条事实，显示前 {shown} 条", "{count:fact}, the first {shown} shown"),
    "numbers": ("{count} 个数字", "{count:number}"),
    "numbers_cut": ("{count} 个数字，显示前 {shown} 个", "{count:number}, the first {shown} shown"),
    "names": ("又称：{names}", "also: {names}"),
    "part_of": ("属于：{names}", "part of: {names}"),
    "merged": ("并入的旧编号：{ids}", "merged ids: {ids}"),
    "mentioned": ("提及 {mentions} 次，见于 {count} 篇文章", "{mentions:mention} in {count:article}"),
    "no_title": ("（无标题）", "(no headline)"),
    "no_path": ("{start} 与 {end} 之间没有路径（{articles} 篇文章）",
                "no path from {start} to {end} in {articles:article}"),
    "same": ("两个名称是同一个实体：{name}", "both names are one entity: {name}"),
    "nothing": ("没有找到“{text}”", "nothing found for {text}"),
    "conforms": ("图谱符合全部约束（{count} 条三元组）", "the graph conforms to every shape ({count:triple})"),
    "violations": ("不符合约束：{count} 处", "violations: {count}"),
    "wrote": ("已写出 {path}", "wrote {path}"),
    "rule": ("规则 {by}，置信度 {confidence}", "rule {by}, confidence {confidence}"),
    "speaker": ("，引述 {name}", ", quoting {name}"),
    "at": ("{page}，字符 {start}–{end}", "{page}, characters {start}–{end}"),
    "rows": ("{count} 行", "{count:row}"),
    "confidence": ("置信度 {value}", "confidence {value}"),
    "since": ("{day} 起", "from {day}"),
    "until": ("至 {day}", "until {day}"),
    "seen": ("{day} 在任", "held on {day}"),
    "reading": ("读入与抽取", "reading pages"),
    "resolve": ("归并", "resolving"),
    "export": ("写出", "writing"),
    "missed": ("漏掉", "missed"),
    "spurious": ("多出", "spurious"),
    "wrong": ("有误", "wrong"),
    "head_totals": ("总数", "In all"),
    "head_entities": ("实体", "Entities"),
    "head_relations": ("关系", "Relations"),
    "head_modality": ("语气（关系、任职、数字）", "Modality (relations, posts, numbers)"),
    "total_pages": ("版面", "pages"),
    "total_articles": ("文章", "articles"),
    "total_entities": ("有名实体", "named entities"),
    "total_background": ("背景实体", "background entities"),
    "total_mentions": ("提及", "mentions"),
    "total_relations": ("关系", "relations"),
    "total_posts": ("任职", "posts"),
    "total_observations": ("数字", "observations"),
    "total_claims": ("逐处陈述", "claims"),
    "total_evidence": ("原句", "sentences"),
    "comma": ("，", ", "),
    "list": ("、", ", "),
    "colon": ("：", ": "),
}  # fmt: skip


class Count(int):
    """A number with its noun: `{:page}` gives 1 page, 2 pages; `{:entity/entities}` 1 entity, 2 entities."""

    def __format__(self, noun: str) -> str:
        one, _, many = noun.partition("/")
        return str(int(self)) + (f" {one if self == 1 else many or one + 's'}" if noun else "")


def say(text: str, /, **values: object) -> str:
    """A message in the user's language."""
    counted = {name: Count(value) if type(value) is int else value for name, value in values.items()}
    return choose(*_TEXTS[text]).format(**counted)
