"""Why an input cannot be read, in the words of a user; Chinese is what errors carry, English is looked up."""

from __future__ import annotations

from kg.errors import ReadError

MISSING = "没有这个文件或文件夹"
UNREADABLE = "打不开：没有读取权限，或者磁盘出错"
NOT_A_FILE = "不是普通文件"
BROKEN_LINK = "链接已断开，所指的文件不存在"
LINKED_FOLDER = "是指向目录的链接，未进入；请直接写出那个目录"
FORMAT = "这种格式还不能读（可读 .txt、.jsonl）"
EMPTY = "文件是空的"
BINARY = "不是文本：里面有文字中不会出现的字节（图片、压缩包或办公软件的文件？）"
UNDECODABLE = "认不出编码：既不是 UTF-8，也不是 GB18030 或 UTF-16"
BAD_JSON = "这一行不是完整的 JSON 对象"
NOT_AN_ITEM = "这一行缺少 text，或者 title、text 不是文字"
SURROGATE = "文字里有残缺的字符（单独的代理码位）"

_ENGLISH = {
    MISSING: "no such file or folder",
    UNREADABLE: "cannot be opened: no permission to read it, or a disk error",
    NOT_A_FILE: "not a regular file",
    BROKEN_LINK: "a broken link: the file that it points to does not exist",
    LINKED_FOLDER: "a link to a folder, which is not followed; name that folder itself",
    FORMAT: "this format cannot be read yet (.txt and .jsonl can)",
    EMPTY: "the file is empty",
    BINARY: "not text: it holds bytes that no text has (an image, an archive, an office document?)",
    UNDECODABLE: "unknown encoding: neither UTF-8 nor GB18030 nor UTF-16",
    BAD_JSON: "this line is no complete JSON object",
    NOT_AN_ITEM: "this line has no text, or its title or text is no string",
    SURROGATE: "the text holds broken characters (lone surrogates)",
}


def english(reason: str) -> str:
    """The English wording of a reason of this module; any other reason as it is."""
    return _ENGLISH.get(reason, reason)


def refusal(source: str, reason: str) -> ReadError:
    """The error for an input: its reason in Chinese for the record, and an English message for who programs."""
    return ReadError(source, reason, english(reason))
