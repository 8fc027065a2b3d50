"""From the parts of a .docx to the programs that print them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from jinja2 import TemplateSyntaxError, nodes
from jinja2.meta import find_undeclared_variables
from lxml import etree

from jingjin_forms.errors import Problem, TemplateError
from jingjin_forms.word import structure as repair
from jingjin_forms.word.anchors import has_anchors, renumber_anchors
from jingjin_forms.word.codes import TAG
from jingjin_forms.word.column_grid import faults_of_grids
from jingjin_forms.word.docx.location import Element, Place
from jingjin_forms.word.docx.package import Package
from jingjin_forms.word.docx.parts import unreadable_parts
from jingjin_forms.word.file_format import FileFormat, format_of
from jingjin_forms.word.language.dialects import foreign_tags, texts_with_places
from jingjin_forms.word.language.engine import BoundProgram, Program, compile_program
from jingjin_forms.word.language.own_functions import NONE, Own, environment_with
from jingjin_forms.word.language.part_source import prepare
from jingjin_forms.word.language.reader import Tag
from jingjin_forms.word.language.sandbox import WordEnvironment, word_environment
from jingjin_forms.word.language.shape import TOO_DEEP
from jingjin_forms.word.language.syntax import parsed, syntax_problem
from jingjin_forms.word.pictures.box import Box

ENVIRONMENT: WordEnvironment = word_environment()

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
"""What every part begins with, on a line of its own as jinja2 counts them."""
"""What a part begins with; all line numbers of its tags count from it."""


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
    is_fitted: bool
    """Whether its tables and lists may have to be fitted to what they hold."""
    has_drawings: bool
    has_anchors: bool
    file_format: FileFormat

    def finished(
        self, xml: str, drawing_numbers: Iterator[int], has_drawings: bool, has_anchors: bool
    ) -> bytes:
        """The part as it goes into the file."""
        if self.mend is not None:
            xml = self.mend(xml)
        if self.is_fitted:
            xml = self.file_format.fit_tables(xml)
        if has_drawings:
            xml = repair.number_drawings(xml, drawing_numbers)
        if has_anchors:
            xml = renumber_anchors(xml)
        return xml.encode()


@dataclass(frozen=True, slots=True)
class Compiled:
    """All that is known of a template before it is filled."""

    package: Package
    file_format: FileFormat
    parts: tuple[Part, ...]
    names: frozenset[str]
    first_drawing_number: int
    own: Own = NONE
    words: frozenset[str] = frozenset()
    """`names`, and what is asked of values by name: {"學校名稱", "項目", "單價"}."""


def compile_parts(path: Path, contents: Mapping[str, bytes], own: Own = NONE) -> Compiled:
    """Compile a template, which may use filters and functions of one's `own`.

    Raises TemplateError naming every faulty tag.
    """
    file_format = format_of(contents)
    title = file_format.notation.title
    environment = ENVIRONMENT if own == NONE else environment_with(own)
    problems = list(unreadable_parts(contents))
    readable = dict(contents)
    for name, _ in problems:
        del readable[name]
    found: list[Problem] = [problem for _, problem in problems]
    parts: list[Part] = []
    names: set[str] = set()
    words: set[str] = set()
    width = None
    typed: list[tuple[Place, str]] = []
    for name in file_format.text_parts(path, contents):
        if name not in readable:
            continue
        root = file_format.read_part(contents[name])
        if width is None:  # the document comes first; headers do not know how wide the page is
            width = file_format.text_width(contents, root)
        if any(brace in etree.tostring(root, encoding="unicode") for brace in "{}｛｝«#"):
            typed += texts_with_places(root, title(name))
            boxes = file_format.boxes(root, readable, width)
            part = _compile_part(name, root, boxes, names, words, found, environment, file_format)
            if part is not None:
                parts.append(part)
    if not parts:
        found += foreign_tags(typed)
    if found:
        raise TemplateError(f"範本「{path.name}」", found)
    changing = [part.name for part in parts]
    fixed = repair.with_low_drawing_numbers(
        {name: content for name, content in contents.items() if name not in changing}
    )
    first = 1 + max(map(repair.highest_drawing_number, fixed.values()), default=0)
    package = Package({**contents, **fixed}, changing)
    return Compiled(
        *(package, file_format, tuple(parts), frozenset(names), first, own),
        frozenset(words | names),
    )


def _compile_part(
    name: str,
    root: Element,
    boxes: dict[int, Box],
    names: set[str],
    words: set[str],
    problems: list[Problem],
    environment: WordEnvironment,
    file_format: FileFormat,
) -> Part | None:
    title = file_format.notation.title(name)
    grid_faults = list(faults_of_grids(root, title))
    anchors = has_anchors(root)
    has_drawings = next(root.iter("{*}docPr"), None) is not None
    namespaces = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in root.nsmap.items() if prefix)
    source = prepare(name, root, environment, file_format.notation)
    problems += [*source.problems, *grid_faults]
    tree = parsed(source, DECLARATION, environment, problems)
    if tree is None or not source.needs_rendering:
        return None
    slots = {line: tag.slot for line, tag in source.tags.items()}
    try:
        names |= find_undeclared_variables(tree) - set(environment.globals)
        words |= _asked_by_name(tree)
        program = compile_program(name, tree, slots, environment)
    except TemplateSyntaxError as error:
        problems.append(syntax_problem(error, source))
        return None
    except (RecursionError, MemoryError):
        problems.append(Problem(title, TOO_DEEP, code=TAG))
        return None
    return Part(
        name,
        program,
        program.bind(environment, file_format.printers),
        dict(source.tags),
        boxes,
        namespaces,
        repair.mender(source.marks) if source.marks else None,
        source.repeats_cells or file_format.asks_to_fit(source.text),
        has_drawings,
        anchors,
        file_format,
    )


def _asked_by_name(tree: nodes.Template) -> set[str]:
    """What the tags ask of values: 單價 in `項目.單價`, `項目["單價"]` and `項目|map("單價")`."""
    asked = {node.attr for node in tree.find_all(nodes.Getattr)}
    texts = (node.value for node in tree.find_all(nodes.Const))
    return asked | {text for text in texts if isinstance(text, str) and text.isidentifier()}
