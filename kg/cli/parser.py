"""The commands and their options; every help text ends with an example that works."""

from __future__ import annotations

import argparse
from pathlib import Path

from kg.cli import commands
from kg.cli.messages import RELATIONS, TYPES, english
from kg.export import program_version

EXPORTS = ("turtle", "ntriples", "rdfxml", "jsonld", "graphml", "gexf", "json", "csv")


def parser() -> argparse.ArgumentParser:
    """The whole command line."""
    top = argparse.ArgumentParser(
        prog="kg",
        description=_t(
            "把中文报纸变成知识图谱，每条事实都能回到原句",
            "Chinese newspapers into a knowledge graph, each fact with its sentence",
        ),
        epilog=_t("例：kg build && kg neighbors 中通客车", "Example: kg build && kg neighbors 中通客车"),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    top.add_argument("--version", action="version", version=f"kg {program_version()}")
    subs = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _build(subs)
    _lookups(subs)
    _queries(subs)
    _tools(subs)
    return top


def _t(zh: str, en: str) -> str:
    return en if english() else zh


def _add(subs: argparse._SubParsersAction[argparse.ArgumentParser], name: str, zh: str, en: str, example: str,
         run: object) -> argparse.ArgumentParser:  # fmt: skip
    sub = subs.add_parser(
        name,
        help=_t(zh, en),
        description=_t(zh, en),
        epilog=_t("例：", "Example: ") + example,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    sub.add_argument("--output", type=Path, default=Path("outputs"), metavar="DIR",
                     help=_t("输出目录（默认 outputs）", "output folder (default: outputs)"))  # fmt: skip
    sub.add_argument("--json", action="store_true", help=_t("输出 JSON", "print JSON"))
    sub.set_defaults(run=run)
    return sub


def _build(subs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    sub = _add(
        subs,
        "build",
        "读入版面，生成图谱",
        "read pages and build the graph",
        "kg build seeds --output outputs",
        commands.build,
    )
    sub.add_argument(
        "paths",
        nargs="*",
        type=Path,
        metavar="PATH",
        help=_t(
            "文件或目录（默认 ./seeds，没有则用随包的样张）",
            "files or folders (default: ./seeds, else the pages shipped with the package)",
        ),
    )
    sub.add_argument(
        "--config", type=Path, metavar="FILE", help=_t("设置文件（默认 ./kg.toml）", "settings (default: ./kg.toml)")
    )
    sub.add_argument(
        "--jobs", type=_jobs, default=0, metavar="N", help=_t("进程数（默认 auto）", "processes (default: auto)")
    )
    sub.add_argument("--quiet", action="store_true", help=_t("不显示进度和摘要", "no progress, no summary"))


def _jobs(text: str) -> int:
    if text == "auto":
        return 0
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(_t("应为正整数或 auto", "a positive number, or auto"))
    return int(text)


def _lookups(subs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    sub = _add(subs, "neighbors", "一个实体与谁相连，附原句", "what an entity is connected to, with the sentences",
               "kg neighbors 中通客车 --relation exportsTo", commands.neighbors)  # fmt: skip
    sub.add_argument("name", metavar="NAME")
    sub.add_argument(
        "--hops",
        type=int,
        default=1,
        choices=range(1, 6),
        metavar="N",
        help=_t("几步之内（1–5）", "within N steps (1–5)"),
    )
    sub.add_argument(
        "--type", action="append", default=[], choices=sorted(TYPES), metavar="T", help=", ".join(sorted(TYPES))
    )
    sub.add_argument("--relation", action="append", default=[], choices=sorted([*RELATIONS, "observed"]), metavar="R",
                     help=", ".join(sorted([*RELATIONS, "observed"])))  # fmt: skip
    sub.add_argument("--limit", type=int, metavar="N", help=_t("最多显示几条", "show at most N facts"))
    sub = _add(subs, "show", "一个实体的全部信息", "everything about one entity", "kg show 中通客车", commands.show)
    sub.add_argument("name", metavar="NAME")
    sub = _add(
        subs,
        "why",
        "一条事实从何而来：原句、位置、规则",
        "where a fact comes from: sentence, offsets, rule",
        "kg why 中通客车 exportsTo 智利",
        commands.why,
    )
    sub.add_argument(
        "statement",
        nargs="+",
        metavar="STATEMENT",
        help=_t(
            "事实编号（或其开头几位），或 主体 关系 客体",
            "a statement's id (or its first digits), or SUBJECT RELATION OBJECT",
        ),
    )
    sub = _add(
        subs,
        "search",
        "按名称的任意部分或拼音首字母查找",
        "find names by any part or by pinyin initials",
        "kg search ztkc",
        commands.search,
    )
    sub.add_argument("text", metavar="TEXT")
    sub.add_argument("--limit", type=int, default=20, metavar="N")
    sub = _add(subs, "path", "两个实体如何相连，每步附原句", "how two entities are connected, with a sentence at each hop",
               "kg path 中通客车 智利", commands.path)  # fmt: skip
    sub.add_argument("a", metavar="A")
    sub.add_argument("b", metavar="B")
    _add(subs, "stats", "图谱里有什么", "what the graph holds", "kg stats", commands.stats)


def _queries(subs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    sub = _add(subs, "sparql", "SPARQL 查询（文本、@文件或 -）", "a SPARQL query (text, @file, or - for standard input)",
               "kg sparql 'SELECT ?c ?p { ?c kg:exportsTo ?p } LIMIT 5'", commands.sparql)  # fmt: skip
    sub.add_argument("query", metavar="QUERY")
    sub.add_argument("--format", choices=("table", "json", "csv", "tsv", "turtle"), metavar="F",
                     help="table, json, csv, tsv, turtle")  # fmt: skip
    _add(
        subs,
        "validate",
        "按 SHACL 约束检查图谱",
        "check the graph against the SHACL shapes",
        "kg validate",
        commands.validate,
    )


def _tools(subs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    sub = _add(
        subs,
        "export",
        "以其他格式写出图谱",
        "write the graph in another format",
        "kg export jsonld -o graph.jsonld",
        commands.export_graph,
    )
    sub.add_argument("format", choices=EXPORTS, metavar="FORMAT", help=", ".join(EXPORTS))
    sub.add_argument(
        "-o",
        "--to",
        type=Path,
        metavar="FILE",
        help=_t("写到文件（默认标准输出；csv 为目录）", "file to write (default: standard output; a folder for csv)"),
    )
    sub = _add(
        subs,
        "mentions",
        "一段文字里提到了什么",
        "what a passage mentions",
        "kg mentions '高唐县县长李明到企业调研'",
        commands.mentions,
    )
    sub.add_argument("text", metavar="TEXT", help=_t("文字，或 - 表示标准输入", "the passage, or - for standard input"))
    sub.add_argument("--home", help=_t("我市指哪里", "what 我市 means"))
    sub = _add(
        subs,
        "completion",
        "打印命令补全脚本",
        "print the shell's completion script",
        "kg completion bash >> ~/.bashrc",
        commands.completion,
    )
    sub.add_argument("shell", choices=("bash", "zsh", "fish"))
