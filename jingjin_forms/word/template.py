"""A Word template compiled once and filled thousands of times.

    template = compile_template("經費概算表.docx")
    template.fill({"學校名稱": "花蓮縣宜昌國小", …}, "宜昌國小.docx")

The template is an ordinary .docx in docxtpl's template language. Compiling does everything that
does not depend on the facts; filling renders, compresses and writes.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from os import PathLike
from pathlib import Path
from typing import Any

from jinja2 import TemplateSyntaxError, nodes
from jinja2.meta import find_undeclared_variables
from lxml import etree

from jingjin_forms.errors import FillError, Problem, TemplateError
from jingjin_forms.word import repair
from jingjin_forms.word.boxes import picture_boxes
from jingjin_forms.word.careful import CarefulRendering
from jingjin_forms.word.engine import (
    BoundProgram,
    Program,
    WordEnvironment,
    compile_program,
    word_environment,
)
from jingjin_forms.word.media import with_pictures
from jingjin_forms.word.package import CONTENT_TYPES, Package, write_file
from jingjin_forms.word.picture import Box, FittedPicture
from jingjin_forms.word.place import Place, part_title
from jingjin_forms.word.source import Source, Tag, parse_part, prepare
from jingjin_forms.word.text import PRINTERS

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WORD_PARTS = ("document", "template", "header", "footer", "footnotes", "endnotes")
_CORE_PART = "application/vnd.openxmlformats-package.core-properties+xml"
_environment: WordEnvironment = word_environment()


@dataclass(frozen=True, slots=True)
class _Part:
    """One compiled part: how to render it fast, and what is needed to do it carefully."""

    name: str
    program: Program
    bound: BoundProgram
    tags: dict[int, Tag]
    boxes: dict[int, Box]
    mend: Callable[[str], str] | None
    has_drawings: bool

    def finished(self, xml: str, drawing_numbers: Iterator[int], has_drawings: bool) -> bytes:
        if self.mend is not None:
            xml = self.mend(xml)
        if has_drawings:
            xml = repair.number_drawings(xml, drawing_numbers)
        return (_DECLARATION + xml).encode()


class CompiledTemplate:
    """A Word template, compiled. Made by `compile_template`."""

    def __init__(self, path: Path, package: Package, parts: tuple[_Part, ...], names: frozenset[str]):
        self.path = path
        self.variables = names
        """The names the template asks its mapping for, e.g. {"學校名稱", "經費項目"}."""
        self._package = package
        self._parts = parts

    def render(self, mapping: Mapping[str, Any]) -> bytes:
        """The finished .docx for these values, by name of the tag.

        Raises FillError naming every missing or unprintable value with its place.
        """
        try:
            rendered = [part.bound.render(mapping) for part in self._parts]
        except Exception:
            return self._render_carefully(mapping)
        numbers = count(1)
        return self._package.assemble(
            [
                part.finished(xml, numbers, part.has_drawings)
                for part, xml in zip(self._parts, rendered, strict=True)
            ]
        )

    def fill(
        self, mapping: Mapping[str, Any], out: str | PathLike[str], *, overwrite: bool = False
    ) -> Path:
        """Write the finished .docx to `out`, whole or not at all, and return its path.

        Raises FillError as `render` does, FileProblemError when `out` exists already (unless
        `overwrite`) or cannot be written.
        """
        return write_file(Path(out), self.render(mapping), overwrite=overwrite)

    def _render_carefully(self, mapping: Mapping[str, Any]) -> bytes:
        problems: list[Problem] = []
        pictures: dict[str, dict[str, FittedPicture]] = {}
        contents: dict[str, bytes] = {}
        numbers = count(1)
        for part in self._parts:
            rendering = CarefulRendering(part.program, part.tags, part.boxes, mapping)
            xml = rendering.render(_environment)
            problems += rendering.problems
            if rendering.pictures:
                pictures[part.name] = rendering.pictures
            contents[part.name] = part.finished(xml, numbers, has_drawings=True)
        if problems:
            raise FillError(self.path.name, problems)
        package = with_pictures(self._package, pictures) if pictures else self._package
        return package.assemble([contents[name] for name in package.changing])


_compiled: dict[Path, tuple[tuple[int, int], CompiledTemplate]] = {}


def compile_template(path: str | PathLike[str]) -> CompiledTemplate:
    """Compile a .docx; a file that has not changed since is not compiled again.

    Raises FileProblemError when it cannot be read, TemplateError naming every faulty tag.
    """
    source = Path(path).resolve()
    package = None
    try:
        state = source.stat()
    except OSError:
        package = Package.read(source)  # says what is wrong with the file
        raise
    stamp = state.st_size, state.st_mtime_ns
    known = _compiled.get(source)
    if known is not None and known[0] == stamp:
        return known[1]
    template = _compile(source, package or Package.read(source))
    _compiled[source] = stamp, template
    return template


def _compile(path: Path, package: Package) -> CompiledTemplate:
    problems: list[Problem] = []
    parts: list[_Part] = []
    names: set[str] = set()
    for name in _text_parts(package):
        content = package.parts[name]
        if b"{" not in content and "｛".encode() not in content:
            continue
        try:
            root = parse_part(content)
        except etree.XMLSyntaxError as error:
            problems.append(Problem(part_title(name), f"內容不是完整的 XML（{error}），檔案可能已損壞。"))
            continue
        boxes = picture_boxes(root)
        has_drawings = b"<wp:docPr" in content
        source = prepare(name, root, _environment)
        problems += source.problems
        tree = _parsed(source, problems)
        if tree is None or not source.tags:
            continue
        names |= find_undeclared_variables(tree) - set(_environment.globals)
        slots = {line: tag.slot for line, tag in source.tags.items()}
        try:
            program = compile_program(name, tree, slots, _environment)
        except TemplateSyntaxError as error:
            problems.append(_syntax_problem(error, source))
            continue
        mend = repair.mender(source.replacements) if source.replacements else None
        bound = program.bind(_environment, PRINTERS)
        parts.append(_Part(name, program, bound, source.tags, boxes, mend, has_drawings))
    if problems:
        raise TemplateError(f"範本「{path.name}」", problems)
    fixed = Package(package.parts, [part.name for part in parts])
    return CompiledTemplate(path, fixed, tuple(parts), frozenset(names))


def _text_parts(package: Package) -> list[str]:
    """The parts that docxtpl's template language reaches, the document itself first."""
    types = etree.fromstring(package.parts[CONTENT_TYPES])
    found: list[tuple[int, str]] = []
    for override in types.iterfind("{*}Override"):
        name = str(override.get("PartName")).lstrip("/")
        kind = str(override.get("ContentType"))
        if kind == _CORE_PART:
            found.append((len(_WORD_PARTS), name))
        for rank, word in enumerate(_WORD_PARTS):
            if "wordprocessingml" in kind and kind.endswith(f".{word}+xml"):
                found.append((rank, name))
        if kind.endswith("document.main+xml") or kind.endswith("template.main+xml"):
            found.append((0, name))
    return [name for _, name in sorted(found) if name in package.parts]


_OTHER_FILES = (nodes.Include, nodes.Extends, nodes.Import, nodes.FromImport)


def _parsed(source: Source, problems: list[Problem]) -> nodes.Template | None:
    try:
        tree = _environment.parse(source.text, source.name)
    except TemplateSyntaxError as error:
        if not source.problems:  # otherwise this is only what follows from them
            problems.append(_syntax_problem(error, source))
        return None
    for node in tree.find_all(_OTHER_FILES):
        where, tag = _place_and_tag(node.lineno, source)
        problems.append(Problem(where, f"{tag} 想讀取別的檔案，範本裡不准使用；請把內容寫在同一個檔案。"))
    return tree


def _syntax_problem(error: TemplateSyntaxError, source: Source) -> Problem:
    where, tag = _place_and_tag(error.lineno, source)
    message = error.message or ""
    if "unknown tag 'end" in message or "Unexpected end of template" in message:
        remedy = (
            "for/if 與它的 endfor/endif 沒有成對：兩個標籤要用同一種開頭"
            "（{%tr、{%p、{%），且 {%tr 標籤各自獨佔一列、{%p 標籤各自獨佔一段"
        )
    elif "unknown tag" in message:
        remedy = "沒有這種標籤，請檢查拼字與 {%tr、{%p 後面的空格"
    elif "No filter" in message or "No test" in message:
        remedy = "沒有這個過濾器或測試，請檢查 | 或 is 後面的名稱"
    else:
        remedy = "寫法不完整，請檢查括號、引號與運算符號"
    return Problem(where, f"標籤 {tag} {remedy}（{message}）。")


def _place_and_tag(line: int, source: Source) -> tuple[str, str]:
    tag = source.tags.get(line) or source.tags.get(max(source.tags, default=0))
    if tag is None:
        return str(Place(part_title(source.name))), ""
    return str(tag.place), tag.text


