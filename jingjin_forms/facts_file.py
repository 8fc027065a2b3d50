"""Reading a facts file. Every value stays the text it was typed as.

YAML would make 038462860 a number without its zero and 12:20 one of base 60; which kind of value a
fact is, is for the form to say.
"""

import json
from pathlib import Path
from typing import Any, cast

from jingjin_forms.errors import FileProblemError


def read_facts(path: Path) -> dict[str, Any]:
    """The facts of a .yaml, .yml or .json file. Raises FileProblemError saying what is wrong."""
    readers = {".yaml": _read_yaml, ".yml": _read_yaml, ".json": _read_json}
    reader = readers.get(path.suffix.lower())
    if reader is None:
        raise FileProblemError(f"「{path}」不是能讀的資料檔，副檔名要是 {'、'.join(readers)}。")
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise FileProblemError(f"找不到資料檔「{path}」。") from None
    except UnicodeDecodeError:
        raise FileProblemError(f"「{path}」不是 UTF-8 編碼，請用 UTF-8 另存。") from None
    except OSError as error:
        raise FileProblemError(f"無法讀取「{path}」：{error.strerror or error}。") from None
    facts = reader(path, text)
    if not isinstance(facts, dict):
        raise FileProblemError(f"「{path}」裡要是「欄位: 內容」的形式，例如 學校名稱: 花蓮縣宜昌國小。")
    return cast(dict[str, Any], facts)


def _read_yaml(path: Path, text: str) -> object:
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    try:
        return cast(object, YAML(typ="base", pure=True).load(text))
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = f"第 {mark.line + 1} 行第 {mark.column + 1} 字附近" if mark else "內容"
        raise FileProblemError(
            f"「{path}」{where}的 YAML 寫法有誤（{error.problem}）："
            "請檢查縮排、冒號後的空格，以及含有「: 」或「#」的內容是否用引號括住。"
        ) from None
    except YAMLError as error:
        raise FileProblemError(f"「{path}」的 YAML 寫法有誤（{error}）。") from None


def _read_json(path: Path, text: str) -> object:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise FileProblemError(
            f"「{path}」第 {error.lineno} 行第 {error.colno} 字附近的 JSON 寫法有誤（{error.msg}）。"
        ) from None
