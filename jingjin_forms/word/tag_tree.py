"""What the tags of a template say, as jinja2's trees with the place of each tag."""

from collections.abc import Mapping
from dataclasses import dataclass
from os import PathLike
from pathlib import Path

from jinja2 import nodes

from jingjin_forms.errors import Problem
from jingjin_forms.word.compile import DECLARATION, ENVIRONMENT
from jingjin_forms.word.docx.location import part_title
from jingjin_forms.word.file_format import format_of, template_parts
from jingjin_forms.word.language.part_source import WORD_NOTATION, prepare
from jingjin_forms.word.language.reader import Tag
from jingjin_forms.word.language.syntax import parsed
from jingjin_forms.word.template import compile_template

GLOBALS = frozenset(ENVIRONMENT.globals)
"""Names that belong to the language: range, namespace, …"""


@dataclass(frozen=True, slots=True)
class TagTree:
    """The tags of one part: the document, a header, …"""

    part: str
    tree: nodes.Template
    tags: Mapping[int, Tag]

    def tag_of(self, node: nodes.Node) -> Tag | None:
        """The tag that a node stands in."""
        return self.tags.get(node.lineno)

    def place_of(self, node: nodes.Node) -> str:
        """Where the tag stands, in the words of someone who looks at the page."""
        tag = self.tag_of(node)
        return str(tag.place) if tag else part_title(self.part)


def tag_trees(
    path: str | PathLike[str], contents: Mapping[str, bytes] | None = None
) -> tuple[TagTree, ...]:
    """The trees of all parts with tags, the document first; between the tags of an .odt a .docx's
    names stand for what holds text. `contents` are its parts, where they are known already.

    Raises FileProblemError and TemplateError as `compile_template` does.
    """
    compile_template(path)
    source = Path(path)
    contents = template_parts(source) if contents is None else contents
    file_format = format_of(contents)
    notation = WORD_NOTATION._replace(title=file_format.notation.title)
    found: list[TagTree] = []
    problems: list[Problem] = []  # none: the template compiles
    for name in file_format.text_parts(source, contents):
        if not any(mark in contents[name] for mark in (b"{", b"#")):
            continue
        part = prepare(name, file_format.read_part(contents[name]), ENVIRONMENT, notation)
        tree = parsed(part, DECLARATION, ENVIRONMENT, problems)
        if tree is not None and part.needs_rendering:
            found.append(TagTree(name, tree, part.tags))
    return tuple(found)
