"""Files and folders become pages, and what cannot be read is named with its reason."""

from __future__ import annotations

import hashlib
import json
import os
import socket
from pathlib import Path

import pytest

from kg.errors import ReadError
from kg.model.page import Page
from kg.read import Source, discover, load, merge_copies, reasons


def write(folder: Path, name: str, data: bytes | str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def only(folder: Path, name: str, data: bytes | str) -> Page | ReadError:
    [result] = load(Source(name=name, path=write(folder, name, data)))
    return result


def page(folder: Path, name: str, data: bytes | str) -> Page:
    result = only(folder, name, data)
    assert isinstance(result, Page)
    return result


def test_sources_are_sorted_by_the_path_below_the_folder_and_hidden_ones_are_skipped(tmp_path: Path) -> None:
    for name in ("b/2.txt", "a/9.txt", "z.txt", ".hidden.txt", ".git/x.txt", "b/.x", "README.md", "a/readme.txt"):
        write(tmp_path, name, "文")
    assert [source.name for source in discover([tmp_path])] == ["a/9.txt", "b/2.txt", "z.txt"]


def test_the_order_of_the_roots_does_not_matter(tmp_path: Path) -> None:
    roots = [tmp_path / "east", tmp_path / "west"]
    for root in roots:
        write(root, "01.txt", root.name)
        write(root, f"only-{root.name}.txt", "文")
    forth, back = discover(roots), discover(roots[::-1])
    assert forth == back
    assert [source.name for source in forth] == ["east/01.txt", "only-east.txt", "only-west.txt", "west/01.txt"]


def test_roots_of_one_name_still_give_different_names(tmp_path: Path) -> None:
    roots = [tmp_path / "x" / "pages", tmp_path / "y" / "pages"]
    for root in roots:
        write(root, "01.txt", str(root))
    assert [source.name for source in discover(roots)] == ["pages/01.txt", "pages/01.txt~2"]


def test_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    path = write(tmp_path, "01.txt", "文")
    assert discover([tmp_path, path]) == [Source(name="01.txt", path=path)]


def test_a_missing_path_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReadError) as caught:
        discover([tmp_path / "nowhere"])
    assert caught.value.reason == reasons.MISSING


def test_a_text_file_is_one_page_named_by_its_bytes(tmp_path: Path) -> None:
    data = "标题\r\n正文。\r\n".encode("gb18030")
    result = page(tmp_path, "01.txt", data)
    assert result.text == "标题\r\n正文。\r\n"
    assert (result.encoding, result.sha256) == ("gb18030", hashlib.sha256(data).hexdigest())
    assert result.id == result.sha256[:16]


def test_a_line_of_jsonl_is_a_page_and_a_bad_one_spoils_no_other(tmp_path: Path) -> None:
    good = {"title": "标题", "text": "正文。", "date": "20240229"}
    lines = [
        json.dumps(good, ensure_ascii=False), '{"title": "缺一半', "", "[1]", '{"title": "只有标题"}',
        '{"text": "坏\\ud800字"}', '{"text": "零\\u0000"}', '{"text": "没有标题", "date": "2024-02-30"}',
    ]  # fmt: skip
    data = "\n".join(lines).encode() + b"\n\xff\xff\xff\xff\n"
    results = list(load(Source(name="a.jsonl", path=write(tmp_path, "a.jsonl", data))))
    pages = [result for result in results if isinstance(result, Page)]
    assert [(p.source, p.title, p.text, p.issued) for p in pages] == [
        ("a.jsonl#1", "标题", "标题\n正文。", "2024-02-29"),
        ("a.jsonl#8", None, "没有标题", None),
    ]
    assert pages[0].sha256 == hashlib.sha256(lines[0].encode()).hexdigest()
    assert [(e.source, e.reason) for e in results if isinstance(e, ReadError)] == [
        ("a.jsonl#2", reasons.BAD_JSON), ("a.jsonl#4", reasons.BAD_JSON), ("a.jsonl#5", reasons.NOT_AN_ITEM),
        ("a.jsonl#6", reasons.SURROGATE), ("a.jsonl#7", reasons.BINARY), ("a.jsonl#9", reasons.UNDECODABLE),
    ]  # fmt: skip


@pytest.mark.parametrize("codec", ["utf-8-sig", "gb18030", "utf-16", "utf-16-le"])
def test_jsonl_is_read_in_every_encoding(tmp_path: Path, codec: str) -> None:
    text = '{"title": "甲", "text": "上海股市收涨。"}\n{"title": "乙", "text": "秋收过半。"}\n'
    results = list(load(Source(name="a.jsonl", path=write(tmp_path, "a.jsonl", text.encode(codec)))))
    assert [r.text if isinstance(r, Page) else r.reason for r in results] == ["甲\n上海股市收涨。", "乙\n秋收过半。"]


@pytest.mark.parametrize(("data", "reason"), [(b"", reasons.EMPTY), (b"\0\1\2\3", reasons.BINARY)])
def test_an_unreadable_file_is_named_with_its_reason(tmp_path: Path, data: bytes, reason: str) -> None:
    result = only(tmp_path, "bad.txt", data)
    assert isinstance(result, ReadError)
    assert (result.source, result.reason) == ("bad.txt", reason)


def test_a_folder_or_a_vanished_file_is_an_error_and_no_crash(tmp_path: Path) -> None:
    [folder] = load(Source(name="d", path=tmp_path))
    [gone] = load(Source(name="g", path=tmp_path / "gone.txt"))
    assert isinstance(folder, ReadError) and folder.reason == reasons.NOT_A_FILE
    assert isinstance(gone, ReadError) and gone.reason == reasons.MISSING


@pytest.mark.parametrize("name", ["a.html", "a.PDF", "a.docx", "a.zip", "a.jpg", "a.json", "notes.md"])
def test_a_format_that_cannot_be_read_yet_is_not_taken_for_text(tmp_path: Path, name: str) -> None:
    result = only(tmp_path, name, "<p>港口吞吐量增长一成。</p>")
    assert isinstance(result, ReadError)
    assert (result.source, result.reason) == (name, reasons.FORMAT)
    assert str(result) == f"{name}: this format cannot be read yet (.txt and .jsonl can)"


@pytest.mark.parametrize("name", ["a.txt", "a.TXT", "第3版", "2025.03.26", "A1.第3版"])
def test_text_is_what_is_called_so_or_has_no_suffix_of_a_format(tmp_path: Path, name: str) -> None:
    assert page(tmp_path, name, "港口吞吐量增长一成。").text == "港口吞吐量增长一成。"


def test_broken_links_pipes_sockets_and_linked_folders_are_named(tmp_path: Path) -> None:
    pages, beside = tmp_path / "pages", tmp_path / "beside"
    write(pages, "good.txt", "文")
    write(beside, "other.txt", "外")
    (pages / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    (pages / "loop.txt").symlink_to(pages / "loop.txt")
    (pages / "more").symlink_to(beside)
    os.mkfifo(pages / "pipe.txt")
    bound = socket.socket(socket.AF_UNIX)
    bound.bind(os.path.relpath(pages / "socket.txt"))
    results = [result for source in discover([pages]) for result in load(source)]
    bound.close()
    assert [r.source for r in results if isinstance(r, Page)] == ["good.txt"]
    assert {r.source: r.reason for r in results if isinstance(r, ReadError)} == {
        "gone.txt": reasons.BROKEN_LINK, "loop.txt": reasons.BROKEN_LINK, "more": reasons.LINKED_FOLDER,
        "pipe.txt": reasons.NOT_A_FILE, "socket.txt": reasons.NOT_A_FILE,
    }  # fmt: skip


def test_a_link_is_a_page_by_its_own_name(tmp_path: Path) -> None:
    write(tmp_path, "store/0a1b.bin", "文")
    link = tmp_path / "page.txt"
    link.symlink_to(tmp_path / "store" / "0a1b.bin")
    [result] = [found for source in discover([link]) for found in load(source)]
    assert isinstance(result, Page)
    assert result.source == "page.txt"


def test_every_reason_has_its_english() -> None:
    words = {value for name, value in vars(reasons).items() if name.isupper() and not name.startswith("_")}
    assert len(words) > 8
    for reason in words:
        assert reasons.english(reason).isascii()


def test_a_file_that_may_not_be_read_is_an_error_and_no_crash(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path, "secret.txt", "文")

    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    # a real chmod would be skipped by root, and CI is root
    monkeypatch.setattr(Path, "read_bytes", refuse)
    [result] = load(Source(name="secret.txt", path=path))
    assert isinstance(result, ReadError) and result.reason == reasons.UNREADABLE


def test_identical_bytes_are_one_page_with_copies(tmp_path: Path) -> None:
    pages = [page(tmp_path, name, text) for name, text in (("c.txt", "同"), ("a.txt", "同"), ("b.txt", "异"))]
    merged = merge_copies(pages)
    assert [(p.source, p.copies) for p in merged] == [("a.txt", ("c.txt",)), ("b.txt", ())]
    assert merge_copies(merged) == merged
