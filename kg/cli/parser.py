"""The commands and their options; every help text ends with an example that works."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from kg.cli import commands, completion
from kg.cli.arguments import Parser, Version, positive, processes, share
from kg.cli.labels import RELATIONS, TYPES, kind, relation
from kg.cli.language import choose as t

EXPORTS = ("turtle", "ntriples", "rdfxml", "jsonld", "graphml", "gexf", "json", "csv")
ANSWERS = ("table", "json", "csv", "tsv", "turtle")
Commands = argparse._SubParsersAction  # the public name that argparse forgot


def parser() -> argparse.ArgumentParser:
    """The whole command line."""
    top = Parser(
        prog="kg",
        description=t(
            "把中文报纸变成知识图谱，每条事实都能回到原句。",
            "Chinese newspapers into a knowledge graph, each fact with its sentence.",
        ),
        epilog=t("例：kg build && kg neighbors 中通客车", "Example: kg build && kg neighbors 中通客车"),
    )
    top.add_argument("--version", action=Version, help=t("显示版本", "show the version"))
    subs = top.add_subparsers(
        dest="command", required=True, metavar="COMMAND", title=t("命令", "commands"), parser_class=Parser
    )
    for add in (_build, _neighbors, _show, _why, _search, _path, _stats, _sparql, _validate, _export, _mentions, _eval,
                _annotate, _completion):  # fmt: skip
        add(subs)
    return top


def _add(
    subs: Commands[Parser], name: str, zh: str, en: str, example: str, run: Callable[[argparse.Namespace], int]
) -> Parser:
    text = t(zh, en)
    sub = subs.add_parser(name, help=text, description=text, epilog=t("例：", "Example: ") + example)
    sub.add_argument("--output", type=Path, default=Path("outputs"), metavar="DIR",
                     help=t("图谱所在目录（默认 outputs）", "folder of the graph (default: outputs)"))  # fmt: skip
    sub.add_argument("--json", action="store_true", help=t("输出 JSON", "print JSON"))
    sub.set_defaults(run=run)
    return sub


def _build(subs: Commands[Parser]) -> None:
    sub = _add(subs, "build", "读入版面，生成图谱", "read pages and build the graph",
               "kg build seeds --output outputs", commands.build)  # fmt: skip
    sub.add_argument("paths", nargs="*", type=Path, metavar="PATH",
                     help=t("文件或目录，含下级目录（默认 ./seeds，没有则用随包的样张）",
                            "files or folders, with the folders in them (default: ./seeds, else the pages shipped"
                            " with the package)"))  # fmt: skip
    sub.add_argument(
        "--config", type=Path, metavar="FILE", help=t("设置文件（默认 ./kg.toml）", "settings (default: ./kg.toml)")
    )
    sub.add_argument(
        "--jobs", type=processes, default=0, metavar="N", help=t("进程数（默认 auto）", "processes (default: auto)")
    )
    sub.add_argument("--min-confidence", type=share, metavar="X",
                     help=t("不收把握低于 X（0–1）的事实，优先于设置文件",
                            "leave out facts whose confidence is below X (0–1); goes before the settings"))  # fmt: skip
    sub.add_argument("--quiet", action="store_true", help=t("不显示进度和摘要", "no progress, no summary"))


def _neighbors(subs: Commands[Parser]) -> None:
    sub = _add(subs, "neighbors", "一个实体与谁相连，附原句", "what an entity is connected to, with the sentences",
               "kg neighbors 中通客车 --hops 2 --type Company", commands.neighbors)  # fmt: skip
    _name(sub, "name", "NAME")
    sub.add_argument("--hops", type=int, default=1, choices=range(1, 6), metavar="N",
                     help=t("几步之内（1–5）", "within N steps (1–5)"))  # fmt: skip
    sub.add_argument("--type", type=kind, action="append", default=[], choices=sorted(TYPES), metavar="T",
                     help=t("只显示这类对象，可重复：", "show only things of this type; repeatable: ")
                     + ", ".join(sorted(TYPES)))  # fmt: skip
    sub.add_argument("--relation", type=relation, action="append", default=[], choices=sorted(RELATIONS), metavar="R",
                     help=t("只沿这种关系走，可重复：", "walk only this relation; repeatable: ")
                     + ", ".join(sorted(RELATIONS)))  # fmt: skip
    sub.add_argument("--limit", type=positive, metavar="N", help=t("最多显示几条", "show at most N facts"))


def _show(subs: Commands[Parser]) -> None:
    sub = _add(subs, "show", "一个实体的全部信息", "everything about one entity", "kg show 中通客车", commands.show)
    _name(sub, "name", "NAME")


def _why(subs: Commands[Parser]) -> None:
    sub = _add(subs, "why", "一条事实从何而来：原句、位置、规则", "where a fact comes from: sentence, offsets, rule",
               "kg why 中通客车 exportsTo 智利", commands.why)  # fmt: skip
    sub.add_argument("statement", nargs="+", metavar="STATEMENT",
                     help=t("事实编号（或其开头几位），或 主体 关系 客体",
                            "a statement's id (or its first digits), or SUBJECT RELATION OBJECT"))  # fmt: skip


def _search(subs: Commands[Parser]) -> None:
    sub = _add(subs, "search", "按名称的任意部分或拼音首字母查找", "find names by any part or by pinyin initials",
               "kg search ztkc", commands.search)  # fmt: skip
    sub.add_argument("text", metavar="TEXT", help=t("名称的一部分，或首字母", "part of a name, or initials"))
    sub.add_argument("--limit", type=positive, default=20, metavar="N",
                     help=t("最多显示几个（默认 20）", "show at most N (default: 20)"))  # fmt: skip


def _path(subs: Commands[Parser]) -> None:
    sub = _add(subs, "path", "两个实体如何相连，每步附原句",
               "how two entities are connected, with a sentence at each hop", "kg path 中通客车 智利",
               commands.path)  # fmt: skip
    _name(sub, "a", "A")
    _name(sub, "b", "B")


def _stats(subs: Commands[Parser]) -> None:
    _add(subs, "stats", "图谱里有什么", "what the graph holds", "kg stats", commands.stats)


def _sparql(subs: Commands[Parser]) -> None:
    sub = _add(subs, "sparql", "SPARQL 查询（文本、@文件或 -）",
               "a SPARQL query (text, @file, or - for standard input)",
               "kg sparql 'SELECT ?c ?p { ?c kg:exportsTo ?p } LIMIT 5'", commands.sparql)  # fmt: skip
    sub.add_argument("query", metavar="QUERY", help=t("查询文本，或 @文件，或 -", "the query, or @FILE, or -"))
    sub.add_argument("--format", choices=ANSWERS, metavar="F", help=", ".join(ANSWERS))


def _validate(subs: Commands[Parser]) -> None:
    _add(subs, "validate", "按 SHACL 约束检查图谱", "check the graph against the SHACL shapes", "kg validate",
         commands.validate)  # fmt: skip


def _export(subs: Commands[Parser]) -> None:
    sub = _add(subs, "export", "以其他格式写出图谱", "write the graph in another format",
               "kg export jsonld --to graph.jsonld", commands.export_graph)  # fmt: skip
    sub.add_argument("format", choices=EXPORTS, metavar="FORMAT", help=", ".join(EXPORTS))
    sub.add_argument("--to", type=Path, metavar="FILE",
                     help=t("写到文件（默认标准输出；csv 为目录）",
                            "file to write (default: standard output; for csv a folder)"))  # fmt: skip


def _mentions(subs: Commands[Parser]) -> None:
    sub = _add(subs, "mentions", "一段文字里提到了什么", "what a passage mentions",
               "kg mentions '高唐县县长到企业调研'", commands.mentions)  # fmt: skip
    sub.add_argument(
        "text", metavar="TEXT", help=t("文字，或 @文件，或 -", "the passage, or @FILE, or - for standard input")
    )
    sub.add_argument("--home", metavar="NAME", help=t("我市指哪里，如 聊城市", "what 我市 means, such as 聊城市"))


def _eval(subs: Commands[Parser]) -> None:
    sub = _add(subs, "eval", "在人工标注的版面上给图谱打分，列出差错",
               "score the graph on pages that you annotated, with every miss",
               "kg eval tests/gold/000_automobile.json", commands.evaluate)  # fmt: skip
    sub.add_argument("gold", nargs="+", type=Path, metavar="GOLD",
                     help=t("标注文件，格式见 docs/annotation.md",
                            "annotation files; docs/annotation.md has the format"))  # fmt: skip
    sub.add_argument("--misses", type=Path, metavar="FILE",
                     help=t("把每一处差错写入此 TSV 文件", "write every miss to this TSV file"))  # fmt: skip


def _annotate(subs: Commands[Parser]) -> None:
    sub = _add(subs, "annotate", "由图谱生成一个版面的标注草稿，供人修改",
               "write a draft annotation of a page from the graph, for a person to correct",
               "kg annotate 000_automobile.txt", commands.annotate)  # fmt: skip
    sub.add_argument("page", metavar="PAGE", help=t("版面的文件名", "file name of the page"))


def _completion(subs: Commands[Parser]) -> None:
    sub = _add(subs, "completion", "打印命令补全脚本", "print the shell's completion script",
               "kg completion bash >> ~/.bashrc", commands.completion)  # fmt: skip
    sub.add_argument("shell", choices=("bash", "zsh", "fish"), metavar="SHELL", help="bash, zsh, fish")


def _name(sub: Parser, field: str, metavar: str) -> None:
    action = sub.add_argument(field, metavar=metavar, help=t("名称或编号", "a name or an id"))
    # where argcomplete looks for what to offer
    action.completer = completion.names  # type: ignore[attr-defined]
