"""Help in one language at a time; every command ends with an example that works."""

from __future__ import annotations

import argparse
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kg.cli.arguments import explained
from kg.cli.parser import ANSWERS, EXPORTS, parser
from kg.export.formats import FORMATS
from tests.cli.conftest import Run


def subcommands() -> dict[str, argparse.ArgumentParser]:
    [action] = [a for a in parser()._actions if isinstance(a, argparse._SubParsersAction)]
    return dict(action.choices)


COMMANDS = sorted(subcommands())
HAN = re.compile("[\u4e00-\u9fff]+")
NAMES = re.compile("中通客车|智利|时风集团|汽车及零部件产业|聊城市|我市|高唐县县长到企业调研")


def example(command: str) -> str:
    """The last line of a command's help, after the word for example."""
    return subcommands()[command].format_help().rstrip().splitlines()[-1].partition("：")[2]


def test_the_commands_are_those_that_were_promised() -> None:
    assert set(COMMANDS) >= {
        "annotate", "build", "completion", "eval", "export", "mentions", "neighbors", "path", "search", "show",
        "sparql", "stats", "validate", "why",
    }  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_output_json_and_an_example(kg: Run, command: str) -> None:
    said = kg(command, "--help", output=None)
    assert said.status == 0
    assert "--output DIR" in said.out
    assert "--json" in said.out
    assert said.out.rstrip().splitlines()[-1].startswith(f"例：kg {command}")


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_chinese_help_has_no_english_words_of_argparse(kg: Run, command: str) -> None:
    out = kg(*filter(None, [command, "--help"]), output=None).out
    assert out.startswith("用法：")
    for word in ("usage", "positional", "options:", "show this help", "arguments"):
        assert word not in out


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_english_help_has_no_chinese_but_names(kg: Run, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    monkeypatch.setenv("KG_LANG", "en_GB")
    out = kg(*filter(None, [command, "--help"]), output=None).out
    assert out.startswith("usage: kg")
    assert "Example: kg" in out
    assert not HAN.search(NAMES.sub("", out))


@pytest.mark.parametrize(
    ("message", "words"),
    [
        ("the following arguments are required: NAME", "缺少参数：NAME"),
        ("unrecognized arguments: --what", "不认识的参数：--what"),
        ("argument --limit: expected one argument", "参数 --limit：后面应有一个值"),
        ("argument --hops: invalid int value: 'x'", "参数 --hops：“x”不是所要的值"),
        ("argument F: invalid choice: 'tabel' (choose from 'table', 'csv')",
         "参数 F：没有“tabel”，可用 table, csv（是 table 吗？）"),
        ("argument F: invalid choice: 9 (choose from 1, 2)", "参数 F：没有“9”，可用 1, 2"),
        ("argument --json: ignored explicit argument 'yes'", "参数 --json：不需要值“yes”"),
    ],
)  # fmt: skip
def test_every_error_of_argparse_is_said_in_chinese(message: str, words: str) -> None:
    assert explained(message) == words


def test_a_misspelled_command_comes_with_the_one_that_was_meant(kg: Run) -> None:
    said = kg("neighbours", "x", output=None)
    assert said.status == 2
    assert "是 neighbors 吗" in said.err


def test_the_version_is_one_line(kg: Run) -> None:
    said = kg("--version", output=None)
    assert (said.status, len(said.out.splitlines())) == (0, 1)
    assert said.out.startswith("kg ")


def test_the_parser_offers_what_the_library_can() -> None:
    assert EXPORTS == FORMATS
    assert set(ANSWERS) == {"table", "json", "csv", "tsv", "turtle"}


@pytest.mark.parametrize("command", [name for name in COMMANDS if name not in ("build", "completion")])
def test_the_example_of_each_command_works_on_the_pages_that_ship(
    kg: Run, seeds_outputs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    (tmp_path / "outputs").symlink_to(seeds_outputs)
    (tmp_path / "tests").symlink_to(Path(__file__).parent.parent)
    monkeypatch.chdir(tmp_path)
    name, *arguments = shlex.split(example(command))
    assert name == "kg"
    said = kg(*arguments, output=None)
    assert said.status == 0
    assert said.out or command == "export"


def test_the_example_of_build_works(seeds_outputs: Path) -> None:
    assert shlex.split(example("build")) == ["kg", "build", "seeds", "--output", "outputs"]
    assert (seeds_outputs / "manifest.json").is_file()


@pytest.mark.parametrize(("shell", "word"), [("bash", "complete"), ("zsh", "compdef"), ("fish", "complete")])
def test_each_shell_gets_its_completion_script(kg: Run, shell: str, word: str, tmp_path: Path) -> None:
    script = kg("completion", shell, output=None).out
    assert word in script
    assert "kg" in script
    if shutil.which(shell):
        (tmp_path / "script").write_text(script, encoding="utf-8")
        subprocess.run([shell, "-n", str(tmp_path / "script")], check=True)


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("kg nei", "neighbors"), ("kg neighbors x --rel", "--relation"), ("kg export gr", "graphml"),
        ("kg show 东", "东岭县"), ("kg path 智利 精密", "精密铜管"),
    ],
)  # fmt: skip
def test_the_shell_is_offered_commands_options_values_and_names(
    outputs: Path, tmp_path: Path, line: str, word: str
) -> None:
    environment = {
        "_ARGCOMPLETE": "1", "_ARGCOMPLETE_STDOUT_FILENAME": str(tmp_path / "offered"), "COMP_LINE": line,
        "COMP_POINT": str(len(line)), "_ARGCOMPLETE_IFS": "\n", "PYTHONPATH": ":".join(sys.path),
    }  # fmt: skip
    code = "import sys; sys.argv[0] = 'kg'; from kg.cli import main; main()"
    (tmp_path / "outputs").symlink_to(outputs)
    subprocess.run([sys.executable, "-c", code], env=environment, cwd=tmp_path, check=False, timeout=60)
    assert word in (tmp_path / "offered").read_text(encoding="utf-8")
