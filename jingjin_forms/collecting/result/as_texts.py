"""The result as a text file: .csv, .jsonl and .json, which `jingjin batch` takes, and .yaml, which
`jingjin fill` takes."""

import csv
import json
from collections.abc import Iterator, Mapping
from io import StringIO
from typing import Any, cast

from jingjin_forms.collecting.plain.flat_facts import Cell, flat_facts
from jingjin_forms.collecting.result.note_columns import FILE, TOLD, figure_heading, told_of
from jingjin_forms.collecting.result.rows import Collection, FileRow
from jingjin_forms.forms.form import FORM_KEY
from jingjin_forms.tables.columns import NUMBER, layout_of

_BOM = "\ufeff"
_FORMULA = ("=", "+", "-", "@")
_WIDEST = 1_000_000  # characters: no line is broken that a person has not broken


def json_lines(collection: Collection) -> Iterator[bytes]:
    """A file a line."""
    for number, row in enumerate(collection, 1):
        yield _encoded(_json(_entry(number, row)) + "\n")


def json_list(collection: Collection) -> Iterator[bytes]:
    """All files as one list."""
    before = "["
    for number, row in enumerate(collection, 1):
        yield _encoded(f"{before}{_json(_entry(number, row))}")
        before = ",\n"
    yield b"]\n" if before != "[" else b"[]\n"


def csv_lines(collection: Collection) -> Iterator[bytes]:
    """A file a row, as Excel opens it. Texts that Excel would work out as formulas begin with a
    tab, which whoever reads the table strips."""
    form = collection.form
    columns = [column.header for column in layout_of(form).columns]
    found = (h for row in collection for h, _ in flat_facts(form, row.facts))
    figures = map(figure_heading, collection.figures)
    headings = [*dict.fromkeys((NUMBER, FILE, *columns, *found, *figures, *TOLD))]
    yield _csv_line([_BOM + headings[0], *headings[1:]])
    for number, row in enumerate(collection, 1):
        told = {heading: "\n".join(lines) for heading, lines in told_of(row).items()}
        own = {figure_heading(label): value for label, value in row.figures.items()}
        facts = dict(flat_facts(form, row.facts))
        cells: Mapping[str, Cell] = {NUMBER: number, FILE: row.name, **facts, **own, **told}
        yield _csv_line([_harmless(cells.get(heading, "")) for heading in headings])


def yaml_facts(collection: Collection, called: str) -> Iterator[bytes]:
    """The facts of one file; what is to be said of it stands above them as comments. `called` is
    what the facts call the form."""
    for row in collection:
        yield _encoded(f"# 讀自 {' '.join(row.name.split())}\n")
        for heading, lines in told_of(row).items():
            for line in lines:
                yield _encoded(f"# {heading.partition('：')[2]}：{' '.join(line.split())}\n")
        yield _encoded(_yaml({FORM_KEY: called, **row.facts}))


def _entry(number: int, row: FileRow) -> dict[str, Any]:
    figures = {figure_heading(label): value for label, value in row.figures.items()}
    return {NUMBER: number, FILE: row.name, **row.facts, **figures, **told_of(row)}


_json = json.JSONEncoder(ensure_ascii=False).encode


def _encoded(text: str) -> bytes:
    """What UTF-8 cannot hold becomes \\ud800, as JSON writes it."""
    return text.encode(errors="backslashreplace")


def _csv_line(cells: list[Cell]) -> bytes:
    line = StringIO()
    csv.writer(line).writerow(cells)
    return _encoded(line.getvalue())


def _harmless(cell: Cell) -> Cell:
    return f"\t{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def _yaml(facts: Mapping[str, Any]) -> str:
    """The facts as `parse_yaml` reads them back, line by line as people write them."""
    from ruamel.yaml import YAML

    yaml: Any = YAML()
    yaml.width = _WIDEST
    yaml.allow_unicode = True
    yaml.indent(mapping=2, sequence=4, offset=2)
    out = StringIO()
    yaml.dump(_texts(facts), out)
    return out.getvalue()


def _texts(value: Any) -> Any:
    """Texts of several lines as blocks; those with signs that cannot be seen in quotes."""
    if isinstance(value, Mapping):
        pairs = cast("Mapping[str, Any]", value).items()
        return {_key(key): _texts(inner) for key, inner in pairs}
    if isinstance(value, list):
        return [_texts(inner) for inner in cast("list[Any]", value)]
    return _text(value) if isinstance(value, str) else value


def _key(key: str) -> str:
    """A key that is not taken for an entry of a list without its blank: -甲."""
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString

    return DoubleQuotedScalarString(key) if key.startswith("-") else _text(key)


def _text(text: str) -> str:
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString, LiteralScalarString

    if text.isprintable():
        return text
    lines = text.split("\n")
    is_plain = all(line.isprintable() and line == line.strip() for line in lines)
    return LiteralScalarString(text) if is_plain and lines[0] else DoubleQuotedScalarString(text)
