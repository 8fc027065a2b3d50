"""Reading a facts file. Every value stays the text it was typed as.

YAML would make 038462860 a number without its zero and 12:20 one of base 60; which kind of value a
fact is, is for the form to say. Only `null` and `~` mean, as nothing does, that it is not given.
"""

import json
import os
import re
import warnings
from collections.abc import Callable, Collection, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Never, Self, cast

from jingjin_forms.errors import FileProblemError, Problem, shortened
from jingjin_forms.facts.nesting import DEEPEST, too_deep, yaml_fault
from jingjin_forms.facts.yaml_faults import yaml_syntax_fault
from jingjin_forms.facts.yaml_losses import Losses, Remark, lost_in
from jingjin_forms.files.codes import ANOTHER_KIND, EMPTY, UNREADABLE
from jingjin_forms.files.given import Kind, kind_of, read_given
from jingjin_forms.files.reasons import code_of

SUFFIXES = (".yaml", ".yml", ".json")
"""Of facts files."""
MOST_BYTES = 2_000_000
"""Of a facts file: hundreds of pages of text. YAML takes more than ten seconds for it."""

_TOO_DEEP = "一層包一層太深，請檢查括號。"
_NEW_FILE = "請用 jingjin new 產生資料檔再填"
_ROSTERS = (Kind.XLSX, Kind.ODS, Kind.OLE)


class FileFacts(dict[Any, Any]):
    """The facts of a file, with the comments that stand behind values in it."""

    remarks: Sequence[Remark] = ()

    def copy(self) -> Self:
        found = type(self)(self)
        found.remarks = self.remarks
        return found

    def losses(self, own: Collection[str]) -> list[Problem]:
        """What is lost in comments, but for those that are known: a skeleton's `own`."""
        return lost_in(self.remarks, own)


def read_facts(path: Path) -> FileFacts:
    """The facts of a .yaml, .yml or .json file. Raises FileProblemError saying what is wrong."""
    remarks: list[Remark] = []
    as_yaml = partial(parse_yaml, remarks=remarks)
    readers = dict(zip(SUFFIXES, (as_yaml, as_yaml, parse_json), strict=True))
    suffix = path.suffix.lower()
    name = f"「{shortened(str(path), limit=200)}」"
    if suffix not in readers and _is_text(str(path)):
        raise FileProblemError(f"{name}是內容，不是資料檔的路徑；內容請給 bytes：內容.encode()。")
    if suffix not in readers:
        kinds = (*_ROSTERS, Kind.DOCX) if suffix else ()
        other = next((kind for kind in kinds if suffix in kind), None)
        remedy = f"{_remedy(other)}；" if other else ""
        if os.path.isdir(path):
            remedy = "這是一個資料夾，請給裡面的資料檔；"
        known = "、".join(readers)
        told = f"{name}不是能讀的資料檔，{remedy}副檔名要是 {known}。"
        raise FileProblemError(told, code=ANOTHER_KIND)
    return _facts_of(lambda: readers[suffix](text_of(path, name)), name, remarks)


def facts_in(content: bytes, called: str = "") -> FileFacts:
    """The facts that stand in the content of a file, by its name or, where that says nothing, by
    how it begins. Raises FileProblemError."""
    suffix = Path(called).suffix.lower()
    name = f"「{shortened(called, limit=200)}」" if called else "資料"
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError:
        raise FileProblemError(f"{name}{not_utf8(content)}", code=ANOTHER_KIND) from None
    is_json = suffix == ".json" or (suffix not in (".yaml", ".yml") and _starts_json(text))
    remarks: list[Remark] = []
    return _facts_of(
        lambda: parse_json(text) if is_json else parse_yaml(text, remarks), name, remarks
    )


_starts_json = re.compile(r'\s*\{\s*["}]').match


def _is_text(path: str) -> bool:
    return "\n" in path or ": " in path or _starts_json(path) is not None


def _facts_of(parse: Callable[[], object], name: str, remarks: Sequence[Remark]) -> FileFacts:
    try:
        facts = parse()
    except TextFault as fault:
        raise FileProblemError(f"{name}{fault}") from None
    except RecursionError:
        raise FileProblemError(f"{name}的內容{_TOO_DEEP}") from None
    if facts is None:
        raise FileProblemError(f"{name}是空的。", code=EMPTY)
    if not isinstance(facts, dict):
        example = "學校名稱: 花蓮縣宜昌國小（冒號用半形，後面空一格）"
        raise FileProblemError(f"{name}裡要是「欄位: 內容」的形式，例如 {example}。")
    found = FileFacts(cast(dict[Any, Any], facts))
    found.remarks = remarks
    return found


class TextFault(Exception):
    """What is wrong with the text of a file; the file's name goes before it."""


def text_of(path: Path, name: str) -> str:
    """The text of a file that messages call by `name`. Raises FileProblemError."""
    content = b""
    try:
        content = read_given(path, MOST_BYTES)
        return content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError:
        told, code = f"{name}{not_utf8(content)}", ANOTHER_KIND
    except (OSError, ValueError) as error:  # ValueError: a path with a null character in it
        told, code = _not_read(error, name), code_of(error, UNREADABLE)
    raise FileProblemError(told, code=code)


def _not_read(error: OSError | ValueError, name: str) -> str:
    if isinstance(error, FileNotFoundError):
        return f"找不到資料檔{name}。"
    if isinstance(error, IsADirectoryError):
        return f"{name}是資料夾，不是資料檔。"
    if isinstance(error, PermissionError):
        return f"沒有讀取{name}的權限。"
    return f"無法讀取{name}（{error}）。"


def not_utf8(content: bytes) -> str:
    """What content is that is no UTF-8 text, and what to do."""
    kind = kind_of(content)
    if kind is Kind.UNKNOWN:
        return "不是 UTF-8 編碼的文字檔，請用 UTF-8 另存。"
    return f"其實是「{kind}」，不是資料檔；{_remedy(kind)}。"


def _remedy(kind: Kind) -> str:
    """What to do with a file that holds no facts."""
    if kind in _ROSTERS:
        return f"要做很多份請用 jingjin batch 讀名冊，只做一份{_NEW_FILE}"
    return f"填好的 Word 檔不能當資料檔，{_NEW_FILE}" if kind is Kind.DOCX else _NEW_FILE


def parse_yaml(text: str, remarks: list[Remark] | None = None) -> object:
    """The value of a YAML text, every scalar a text as typed.

    The comments behind values are added to `remarks`. Raises TextFault, also for what YAML would
    read as something else than stands there, and for aliases (*) that stand for more than anyone
    writes.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    losses = Losses(text)
    found = _by_yaml(text, "load", losses.look)
    if losses.faults:
        raise TextFault(_together(losses.faults))
    if remarks is not None:
        remarks += losses.remarks
    return found


def _together(faults: list[str]) -> str:
    if len(faults) == 1:
        return faults[0]
    return "\n".join(
        [f"有 {len(faults)} 個問題：", *(f"  {n}. {f}" for n, f in enumerate(faults, 1))]
    )


def compose_yaml(text: str) -> Any:
    """The nodes of a YAML text, which know their lines; None for a text without any.

    Raises TextFault as `parse_yaml` does, but for keys that stand twice.
    """
    node = _by_yaml(text, "compose")
    if node is not None and (fault := yaml_fault(node)) is not None:
        raise TextFault(fault)
    return node


def _by_yaml(text: str, do: str, look: Callable[[Any], None] | None = None) -> Any:
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, ReusedAnchorWarning, YAMLError

    yaml: Any = YAML(typ="base", pure=True)
    yaml.Constructor = _text_constructor(look)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ReusedAnchorWarning)  # YAML 1.2 allows it
            return getattr(yaml, do)(text)
    except (ValueError, OverflowError):  # of chr(), for \\U00110000 and beyond
        raise TextFault("裡有「\\U」開頭而不存在的字元代號，請改成文字本身。") from None
    except MarkedYAMLError as error:
        raise TextFault(_syntax_fault(text, error)) from None
    except YAMLError:  # the only one without a place is a control character in the file
        raise TextFault("裡有 YAML 不能有的控制字元，請用純文字編輯器刪去。") from None


def _syntax_fault(text: str, error: Any) -> str:
    """What a MarkedYAMLError says, in the words of someone who has to mend the text."""
    is_quote = "while scanning a quoted" in str(error.context)
    mark = error.context_mark if is_quote else error.problem_mark or error.context_mark
    where = (mark.line, mark.column) if mark else (0, 0)
    return yaml_syntax_fault(text, str(error.problem), *where)


def scalar_of(node: Any) -> str | None:
    """What a scalar of YAML says: a text as typed, or that nothing is given."""
    is_null = node.style is None and node.value in ("~", "null", "Null", "NULL")
    return None if is_null else node.value


def _text_constructor(look: Callable[[Any], None] | None) -> type[Any]:
    from ruamel.yaml.constructor import BaseConstructor

    base: Any = BaseConstructor

    class TextConstructor(base):
        def construct_document(self, node: Any) -> Any:
            if (fault := yaml_fault(node)) is not None:
                raise TextFault(fault)
            if look is not None:
                look(node)
            return base.construct_document(self, node)

        def construct_scalar(self, node: Any) -> str | None:
            return scalar_of(node)

        def check_mapping_key(
            self, node: Any, key_node: Any, mapping: Any, key: Any, value: Any
        ) -> bool:
            # ruamel's own would put both values into its message, however large they are.
            if key in mapping:
                line = key_node.start_mark.line + 1
                raise TextFault(f"第 {line} 行的欄位「{shortened(key)}」前面已經有了，請只留一個。")
            return True

    return TextConstructor


def parse_json(text: str) -> object:
    """The value of a JSON text, every number a text as typed.

    Raises TextFault, and RecursionError where one thing lies in another too deep.
    """
    as_typed: Callable[[str], Any] = str
    try:
        found = json.loads(
            text,
            object_pairs_hook=_without_repeats,
            parse_int=as_typed,
            parse_float=as_typed,
            parse_constant=_no_number,
        )
        if text.count("[") + text.count("{") > DEEPEST and too_deep(found):
            raise RecursionError
        return found
    except json.JSONDecodeError as error:
        where = f"第 {error.lineno} 行第 {error.colno} 字附近"
        remedy = "請檢查逗號、引號與括號"
        raise TextFault(f"{where}的 JSON 寫法有誤：{remedy}。") from None


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise TextFault(f"裡的欄位「{shortened(key)}」有兩個，請只留一個。")
        found[key] = value
    return found


def _no_number(word: str) -> Never:
    raise TextFault(f"裡有 {word}，它不是能填的內容。")
