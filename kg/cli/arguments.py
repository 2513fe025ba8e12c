"""argparse that speaks the user's language, down to its own words."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any, NoReturn

from kg.cli.language import choose, english

_CHOICE = re.compile(r"invalid choice: '?(.*?)'? \(choose from (.*?)\)(?:, maybe you meant.*)?$", re.DOTALL)
_WORDS = (
    (r"the following arguments are required: (.*)", r"缺少参数：\1"),
    (r"unrecognized arguments: (.*)", r"不认识的参数：\1"),
    (r"argument ([^:]*): (.*)", r"参数 \1：\2"),
    (r"a positive number, not '(.*)'", r"应为正整数，不是“\1”"),
    (r"between 0 and 1, not '(.*)'", r"应在 0 与 1 之间，不是“\1”"),
    (r"invalid \w+ value: '(.*)'", r"“\1”不是所要的值"),
    (r"invalid choice: '?(.*?)'? \(choose from (.*?)\)", r"没有“\1”，可用 \2"),
    (r"expected one argument", "后面应有一个值"),
    (r"expected at least one argument", "后面应至少有一个值"),
    (r"expected at most one argument", "后面至多一个值"),
    (r"expected (\d+) arguments?", r"后面应有 \1 个值"),
    (r"not allowed with argument (.*)", r"不能与 \1 同用"),
    (r"ambiguous option: (\S+) could match (.*)", r"选项 \1 不明确，可能是 \2"),
    (r"ignored explicit argument '(.*)'", r"不需要值“\1”"),
)
"""argparse's messages and what they say in Chinese; inner ones last, since an outer one wraps them."""


class Misuse(Exception):
    """A command line that cannot be understood: `said` in the user's language, the message itself in English."""

    def __init__(self, message: str, usage: str, prog: str) -> None:
        super().__init__(message)
        self.usage = usage
        self.prog = prog
        self.said = explained(message)


class Help(argparse.RawDescriptionHelpFormatter):
    """Help whose headings are in the user's language and whose examples keep their lines."""

    def add_usage(
        self, usage: str | None, actions: Iterable[argparse.Action], groups: Iterable[Any], prefix: str | None = None
    ) -> None:
        """Argparse's own, with the word for usage translated."""
        super().add_usage(usage, actions, groups, choose("用法：", "usage: ") if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """A parser whose headings, `--help` and errors are in the user's language. Exit status 2 on misuse."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**{"formatter_class": Help, **settings, "add_help": False, "allow_abbrev": False})
        self._positionals.title = choose("参数", "arguments")
        self._optionals.title = choose("选项", "options")
        self.add_argument("-h", "--help", action="help", help=choose("显示这份说明", "show this help"))

    def error(self, message: str) -> NoReturn:
        """Raises Misuse with the usage and what is wrong; argparse itself would print and leave."""
        raise Misuse(message, self.format_usage(), self.prog)


def explained(message: str) -> str:
    """An argparse message in the user's language; a misspelled choice with what it may have meant."""
    hint = ""
    found = _CHOICE.search(message)
    if found:
        choices = re.findall(r"[\w-]+", found[2])
        close = get_close_matches(found[1], choices, n=1)
        hint = choose(f"（是 {close[0]} 吗？）", f" (did you mean {close[0]}?)") if close else ""
        message = message[: found.start(2)] + ", ".join(choices) + ")"
    if not english():
        for pattern, words in _WORDS:
            message = re.sub(rf"^(.*?){pattern}$", rf"\1{_shift(words)}", message, flags=re.DOTALL)
    return message + hint


def _shift(words: str) -> str:
    """References one higher, for the group that stands in front."""
    return re.sub(r"\\(\d)", lambda match: f"\\{int(match[1]) + 1}", words)


class Version(argparse.Action):
    """`--version`, which looks the version up only when asked."""

    def __init__(self, option_strings: list[str], dest: str, help: str) -> None:  # noqa: A002
        super().__init__(option_strings, argparse.SUPPRESS, nargs=0, help=help)

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        """Print the version and leave."""
        from kg.version import program_version

        print(f"kg {program_version()}")
        parser.exit()


def positive(text: str) -> int:
    """A positive whole number."""
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"a positive number, not '{text}'")
    return int(text)


def processes(text: str) -> int:
    """A number of processes; 0 for `auto`."""
    return 0 if text == "auto" else positive(text)


def share(text: str) -> float:
    """A number between 0 and 1, both included."""
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    # not the other way round: nan is neither below nor above
    if not 0 <= value <= 1:
        raise argparse.ArgumentTypeError(f"between 0 and 1, not '{text}'")
    return value
