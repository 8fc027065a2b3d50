"""經費概算表 in the template languages of the peers, made from our own template.

    python benchmarks/peers/make_templates.py FOLDER

Each peer gets the same Word file with the same tables, rows and fixed texts; only the tags are
its own. What they cannot express is settled in their favour: the notes that stand once beside the
first line of a row, the title of the row (merged over its lines in ours) and the slots of a blank
form come ready in the mapping, so their templates hold no conditions, and no cells are merged.
"""

import re
import sys
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from jingjin_forms import BudgetEstimate

DOCUMENT = "word/document.xml"
LISTS = {
    "講師費": "lecturers",
    "印刷費": "printing",
    "教材教具費": "material",
    "交通費": "travel",
    "其他項目": "others",
}
_ROW = r"<w:tr>(?:(?!</w:tr>).)*"
_LOOP = re.compile(
    _ROW + r"\{%tr for 項 in (\S+) %\}(?:(?!</w:tr>).)*</w:tr>"
    rf"({_ROW}</w:tr>)" + _ROW + r"\{%tr endfor %\}(?:(?!</w:tr>).)*</w:tr>"
)
_TITLE = re.compile(r"<w:t>(?:\{% vm %\}(.*?)|\{\{ 項\.項目 \}\})</w:t></w:r></w:p></w:tc>")
_NOTE = re.compile(
    r"<w:t>\{\{ 項\.說明 \}\}(?:\{% if loop\.first %\}.*?</w:t></w:r>"
    r"(<w:r>.*?<w:t>)(.*?)</w:t></w:r><w:r><w:t>\{% endif %\})?</w:t>"
)
_PLAIN = {
    r"\{\{ 學年度 \}\}": "year",
    r"\{\{ 學校名稱 or .*?\}\}": "school",
    r"\{\{ 學校名稱\.縣市 .*?\}\}": "applicant",
    r"\{\{ 計畫名稱 or .*?\}\}": "plan",
    r"\{\{ 小計 \}\}": "subtotal",
    r"\{\{ 雜支 \}\}": "miscellaneous",
    r"\{\{ 合計 \}\}": "total",
    r"\{% if 總計 %\}.*?\{% endif %\}": "words",
}
_IN_ROW = {
    r"\{\{ 項\.單價 \}\}": "price",
    r"\{\{ 項\.數量 \}\}\{\{ 項\.單位 \}\}": "quantity",
    r"\{\{ 項\.總價 \}\}": "sum",
}


class Syntax(NamedTuple):
    """How a peer writes a value, a value in a list, and a row repeated for a list."""

    value: Callable[[str], str]
    inner: Callable[[str, str], str]
    row: Callable[[str, str], str]


def _with_marks(row: str, name: str) -> str:
    """The list opens in the row's first cell and closes in its last."""
    start, end = row.index("<w:t>") + len("<w:t>"), row.rindex("</w:t>")
    return f"{row[:start]}{{#{name}}}{row[start:end]}{{/{name}}}{row[end:]}"


def _with_next(row: str, name: str) -> str:
    """The row is followed by the next one, by which carbone knows what repeats."""
    cell = f"<w:tc><w:p><w:r><w:t>{{d.{name}[i+1].title}}</w:t></w:r></w:p></w:tc>"
    return f"{row}<w:tr>{cell}</w:tr>"


_BRACES = Syntax(lambda name: f"{{{name}}}", lambda _, name: f"{{{name}}}", _with_marks)
_CARBONE = Syntax(
    lambda name: f"{{d.{name}}}",
    # convCRLF is its documented way to print line breaks
    lambda rows, name: (
        f"{{d.{rows}[i].{name}:convCRLF}}"
        if name in ("title", "note", "rule")
        else f"{{d.{rows}[i].{name}}}"
    ),
    _with_next,
)
PEERS: dict[str, Syntax] = {
    "docxtemplater": _BRACES,
    "easy-template-x": _BRACES,
    "carbone": _CARBONE,
}


def make_templates(folder: Path) -> dict[str, Path]:
    """Write the template of each peer into `folder`; by its name."""
    xml = _document()
    made: dict[str, Path] = {}
    for name, syntax in PEERS.items():
        made[name] = folder / f"{name}.docx"
        with (
            zipfile.ZipFile(BudgetEstimate.template_path()) as ours,
            zipfile.ZipFile(made[name], "w", zipfile.ZIP_DEFLATED) as theirs,
        ):
            for part in ours.namelist():
                is_document = part == DOCUMENT
                content = _translated(xml, syntax).encode() if is_document else ours.read(part)
                theirs.writestr(part, content)
    return made


def _document() -> str:
    with zipfile.ZipFile(BudgetEstimate.template_path()) as template:
        return template.read(DOCUMENT).decode()


def _translated(xml: str, syntax: Syntax) -> str:
    def row(found: re.Match[str]) -> str:
        name = LISTS[found[1]]

        def tag(key: str) -> str:
            return syntax.inner(name, key)

        text = _TITLE.sub(f"<w:t>{tag('title')}</w:t></w:r></w:p></w:tc>", found[2], count=1)
        text = _NOTE.sub(
            lambda note: (
                f"<w:t>{tag('note')}</w:t>"
                + (f"</w:r>{note[1]}{tag('rule')}</w:t>" if note[1] else "")
            ),
            text,
        )
        for pattern, key in _IN_ROW.items():
            text = re.sub(pattern, tag(key), text)
        return syntax.row(text, name)

    text = _LOOP.sub(row, xml)
    for pattern, key in _PLAIN.items():
        text = re.sub(pattern, syntax.value(key), text)
    if "{{" in text or "{%" in text:
        raise SystemExit(
            f"{BudgetEstimate.template_path()}: has tags that this script does not know."
        )
    return text


def _fixed_texts() -> dict[str, tuple[str, str]]:
    """What our template prints in the first line of each list: its title and its note."""

    def plain(xml: str | None) -> str:
        return re.sub(r"<[^>]+>", "", (xml or "").replace("<w:br/>", "\n"))

    texts: dict[str, tuple[str, str]] = {}
    for found in _LOOP.finditer(_document()):
        title, note = _TITLE.search(found[2]), _NOTE.search(found[2])
        if not (title and note):
            raise SystemExit(f"{BudgetEstimate.template_path()}: 「{found[1]}」 has another row.")
        texts[found[1]] = plain(title[1]), plain(note[2])
    return texts


_texts = _fixed_texts()


def peer_mapping(context: Mapping[str, Any]) -> dict[str, Any]:
    """Everything a form prints as ready texts, from what our own template takes."""
    school = context["學校名稱"]
    mapping: dict[str, Any] = {
        "year": f"{context['學年度']}",
        "school": f"{school}",
        "applicant": f"{school.縣市}{school.簡稱}",
        "plan": _shown(context["計畫名稱"]),
        "subtotal": _shown(context["小計"]),
        "miscellaneous": _shown(context["雜支"]),
        "total": _shown(context["合計"]),
        "words": f"新台幣 {context['總計']}",
    }
    for label, name in LISTS.items():
        title, rule = _texts[label]
        mapping[name] = [
            _line(line, (title or _shown(line["項目"])) if n == 0 or not title else "", rule, n)
            for n, line in enumerate(context[label])
        ]
    return mapping


def _line(line: Mapping[str, Any], title: str, rule: str, n: int) -> dict[str, str]:
    note, rule = _shown(line["說明"]), rule if n == 0 else ""
    return {
        "title": title,
        "price": _shown(line["單價"]),
        "quantity": f"{_shown(line['數量'])}{_shown(line['單位'])}",
        "sum": _shown(line["總價"]),
        "note": f"{note}\n" if note and rule else note,
        "rule": rule,
    }


def _shown(value: object) -> str:
    return "" if value is None else str(value)


if __name__ == "__main__":
    for path in make_templates(Path(sys.argv[1])).values():
        print(path)
