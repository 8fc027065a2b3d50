"""From the parts of a .docx to the programs that print them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from jinja2 import TemplateSyntaxError
from jinja2.meta import find_undeclared_variables
from lxml import etree

from jingjin_forms.errors import FileProblemError, Problem, TemplateError
from jingjin_forms.word import structure as repair
from jingjin_forms.word.boxes import picture_boxes, text_width
from jingjin_forms.word.engine import (
    BoundProgram,
    Program,
    WordEnvironment,
    compile_program,
    word_environment,
)
from jingjin_forms.word.grid import fit_grids
from jingjin_forms.word.location import Element, part_title
from jingjin_forms.word.package import CONTENT_TYPES, Package
from jingjin_forms.word.picture import Box
from jingjin_forms.word.reader import Tag
from jingjin_forms.word.source import parse_part, prepare
from jingjin_forms.word.syntax import parsed, syntax_problem
from jingjin_forms.word.text import PRINTERS

ENVIRONMENT: WordEnvironment = word_environment()

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TEXT_PARTS = [
    f"{_WORD}.{kind}+xml" for kind in ("document.main", "header", "footer", "footnotes", "endnotes")
] + ["application/vnd.openxmlformats-package.core-properties+xml"]


@dataclass(frozen=True, slots=True)
class Part:
    """One compiled part: how to render it fast, and what is needed to do it carefully."""

    name: str
    program: Program
    bound: BoundProgram
    tags: dict[int, Tag]
    boxes: dict[int, Box]
    namespaces: str
    """Those its root declares, as XML attributes."""
    mend: Callable[[str], str] | None
    repeats_cells: bool
    has_drawings: bool

    def finished(self, xml: str, drawing_numbers: Iterator[int], has_drawings: bool) -> bytes:
        """The part as it goes into the file."""
        if self.mend is not None:
            xml = self.mend(xml)
        if self.repeats_cells:
            xml = fit_grids(xml)
        if has_drawings:
            xml = repair.number_drawings(xml, drawing_numbers)
        return xml.encode()


@dataclass(frozen=True, slots=True)
class Compiled:
    """All that is known of a template before it is filled."""

    package: Package
    parts: tuple[Part, ...]
    names: frozenset[str]
    first_drawing_number: int


def compile_parts(path: Path, contents: Mapping[str, bytes]) -> Compiled:
    """Compile a template; raises TemplateError naming every faulty tag."""
    problems: list[Problem] = []
    parts: list[Part] = []
    names: set[str] = set()
    width = None
    for name in _text_parts(path, contents):
        content = contents[name]
        try:
            root = parse_part(content)
        except etree.XMLSyntaxError as error:
            message = f"內容不是完整的 XML（{error}），檔案可能已損壞。"
            problems.append(Problem(part_title(name), message))
            continue
        if width is None:  # the document comes first; headers do not know how wide the page is
            width = text_width(root)
        if any(brace.encode() in content for brace in "{}｛｝"):
            part = _compile_part(name, root, width, names, problems)
            if part is not None:
                parts.append(part)
    if problems:
        raise TemplateError(f"範本「{path.name}」", problems)
    changing = [part.name for part in parts]
    fixed = (contents[name] for name in contents if name not in changing and name.endswith(".xml"))
    first = 1 + max((repair.highest_drawing_number(content) for content in fixed), default=0)
    return Compiled(Package(contents, changing), tuple(parts), frozenset(names), first)


def _compile_part(
    name: str, root: Element, page_width: int, names: set[str], problems: list[Problem]
) -> Part | None:
    boxes = picture_boxes(root, page_width)
    has_drawings = next(root.iter("{*}docPr"), None) is not None
    namespaces = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in root.nsmap.items() if prefix)
    source = prepare(name, root, ENVIRONMENT)
    problems += source.problems
    tree = parsed(source, _DECLARATION, ENVIRONMENT, problems)
    if tree is None or not source.needs_rendering:
        return None
    names |= find_undeclared_variables(tree) - set(ENVIRONMENT.globals)
    slots = {line: tag.slot for line, tag in source.tags.items()}
    try:
        program = compile_program(name, tree, slots, ENVIRONMENT)
    except TemplateSyntaxError as error:
        problems.append(syntax_problem(error, source))
        return None
    return Part(
        name,
        program,
        program.bind(ENVIRONMENT, PRINTERS),
        dict(source.tags),
        boxes,
        namespaces,
        repair.mender(source.marks) if source.marks else None,
        source.repeats_cells,
        has_drawings,
    )


def _text_parts(path: Path, contents: Mapping[str, bytes]) -> list[str]:
    """The parts that docxtpl's template language reaches, the document itself first."""
    try:
        types = etree.fromstring(contents[CONTENT_TYPES])
    except etree.XMLSyntaxError as error:
        raise FileProblemError(f"「{path}」已損壞（{CONTENT_TYPES}：{error}）。") from None
    found: list[tuple[int, str]] = []
    for override in types.iterfind("{*}Override"):
        name = str(override.get("PartName")).lstrip("/")
        kind = str(override.get("ContentType"))
        if kind in _TEXT_PARTS and name in contents:
            found.append((_TEXT_PARTS.index(kind), name))
    if not any(rank == 0 for rank, _ in found):
        raise FileProblemError(
            f"「{path}」不是 Word .docx 檔：請在 Word 另存為「Word 文件 (*.docx)」"
            "（不是範本 .dotx、含巨集的 .docm 或其他程式的檔案）。"
        )
    return [name for _, name in sorted(found)]
