"""A template as lint reads it: as much of it as can be read, whatever is wrong with the rest."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from os import PathLike
from pathlib import Path

from jinja2 import TemplateSyntaxError

from jingjin_forms.arriving.template_parts import template_parts
from jingjin_forms.errors import Problem, TemplateError
from jingjin_forms.forms.tagged.fields import fields_of, walked
from jingjin_forms.forms.tagged.reading import read_uses
from jingjin_forms.forms.tagged.spec import FieldKind, FieldSpec
from jingjin_forms.forms.tagged.use import Use
from jingjin_forms.forms.tagged.vocabulary import vocabulary
from jingjin_forms.lint.styles import styles_with
from jingjin_forms.lint.typed import TypedPart, typed_part
from jingjin_forms.lint.wide import mend_wide_signs
from jingjin_forms.page.page import Page, read_pages
from jingjin_forms.word.compile import DECLARATION, ENVIRONMENT
from jingjin_forms.word.docx.parts import text_parts, unreadable_parts
from jingjin_forms.word.language.part_source import PartSource, parse_part, prepare
from jingjin_forms.word.tag_tree import TagTree
from jingjin_forms.word.template import compile_template


@dataclass(frozen=True)
class Subject:
    """A template and what was read of it."""

    path: Path
    parts: Mapping[str, bytes]
    compiling: tuple[Problem, ...]
    """What compiling has found."""
    typed: tuple[TypedPart, ...]
    trees: tuple[TagTree, ...]
    """Of the parts whose tags can be understood, those with faults left out."""
    uses: tuple[Use, ...]
    reading: tuple[Problem, ...]
    """Names that the template uses as two things."""
    fields: tuple[FieldSpec, ...]
    """What the tags ask for; without those that are at fault."""

    @property
    def is_sound(self) -> bool:
        """Whether the template is a form, whatever its description says."""
        return bool(self.uses) and not self.compiling and not self.reading

    @cached_property
    def pages(self) -> list[Page]:
        """The parts that a reader sees, with their tables."""
        return read_pages(self.path, self.parts)

    @cached_property
    def photos(self) -> frozenset[str]:
        """The labels under which pictures are given."""
        return frozenset(f.label for _, f in walked(self.fields) if f.kind is FieldKind.PHOTO)

    @cached_property
    def hidden_styles(self) -> frozenset[str]:
        return styles_with(self.parts, "rPr/vanish")

    @cached_property
    def keeping_styles(self) -> frozenset[str]:
        return styles_with(self.parts, "pPr/keepNext")


def read_subject(path: str | PathLike[str]) -> Subject:
    """Raises FileProblemError for what is no Word file, and for an .odt without LibreOffice.

    What is looked for is looked for in Word's markup, of an .odt as well.
    """
    file = Path(path)
    parts = template_parts(file)
    names = text_parts(file, parts)
    compiling = _problems_of_compiling(file)
    broken = {name for name, _ in unreadable_parts(parts)}
    names = [name for name in names if name not in broken]
    trees = tuple(tree for name in names if (tree := _tree(name, parts[name])) is not None)
    uses, reading = read_uses(trees)
    reading = [*reading]
    fields = () if reading else fields_of(uses, vocabulary(), reading)
    return Subject(
        file,
        {name: content for name, content in parts.items() if name not in broken},
        compiling,
        tuple(typed_part(name, parts[name]) for name in names),
        trees,
        tuple(uses),
        tuple(reading),
        fields,
    )


def _problems_of_compiling(path: Path) -> tuple[Problem, ...]:
    try:
        compile_template(path)
    except TemplateError as error:
        return error.problems
    return ()


def _tree(name: str, content: bytes) -> TagTree | None:
    """The tags of a part that can be understood; None where there are none, or where their loops
    and conditions do not fit together."""
    if not any(mark in content for mark in (b"{", b"#")):
        return None
    root = parse_part(content)
    mend_wide_signs(root)
    source = prepare(name, root, ENVIRONMENT)
    for text in (source.text, _without_faulty_tags(source)):
        try:
            tree = ENVIRONMENT.parse(DECLARATION + text, name)
        except (TemplateSyntaxError, RecursionError, MemoryError, ValueError):
            continue
        return TagTree(name, tree, source.tags) if source.tags else None
    return None


def _without_faulty_tags(source: PartSource) -> str:
    """The source with blank lines for each `{{ … }}` that cannot be read, so that the lines of
    the others stay."""
    text = source.text
    for tag in {tag.code: tag for tag in source.tags.values()}.values():
        if not tag.code.startswith("{{"):
            continue
        try:
            ENVIRONMENT.parse(tag.code)
        except (TemplateSyntaxError, RecursionError, MemoryError, ValueError):
            written = f"{{{{\n{tag.code[2:]}"
            text = text.replace(written, "\n" * written.count("\n"))
    return text
