"""A compiled template's tree as XML again, each tag a processing instruction: `<?tag 3?>`.

jinja2's tree of a part is pieces of XML with tags between. Tags that repeat rows or paragraphs are
lifted out of them already (see `word.language.part_source`), so that an instruction in the place of
a tag leaves whole XML, with both sides of every condition in it.
"""

import re
from dataclasses import dataclass, field

from jinja2 import nodes
from lxml import etree

from jingjin_forms.word.docx.location import Element
from jingjin_forms.word.structure import KEEP_CHARACTER
from jingjin_forms.word.tag_tree import TagTree

TAG = "tag"
_keep_marks = re.compile(rf"{KEEP_CHARACTER}[^{KEEP_CHARACTER}]*{KEEP_CHARACTER}")
"""What the engine mends a rendered part by."""


@dataclass(frozen=True, slots=True)
class Shown:
    """An expression that is printed."""

    node: nodes.Expr


@dataclass(frozen=True, slots=True)
class Begins:
    """A condition or a loop."""

    node: nodes.If | nodes.For


@dataclass(frozen=True, slots=True)
class OtherBranch:
    """`else` and `elif`."""


@dataclass(frozen=True, slots=True)
class Ends:
    """The end of the innermost condition or loop."""


Tag = Shown | Begins | OtherBranch | Ends


@dataclass(slots=True)
class Marked:
    """A part whose tags are instructions; `tags` by their number."""

    root: Element
    tags: list[Tag]


def marked(tree: TagTree) -> Marked:
    """The part as XML with its tags as instructions."""
    writing = _Writing()
    writing.body(tree.tree.body)
    xml = _keep_marks.sub("", "".join(writing.xml))
    return Marked(etree.fromstring(xml.encode()), writing.tags)


@dataclass(slots=True)
class _Writing:
    xml: list[str] = field(default_factory=list[str])
    tags: list[Tag] = field(default_factory=list[Tag])
    in_tag: bool = False
    """Whether what comes next stands in an XML tag, in the value of an attribute."""

    def body(self, body: "list[nodes.Node]") -> None:
        for node in body:
            match node:
                case nodes.Output():
                    self._output(node)
                case nodes.If():
                    self._if(node)
                case nodes.For():
                    self._tag(Begins(node))
                    self.body(node.body)
                    if node.else_:
                        self._tag(OtherBranch())
                        self.body(node.else_)
                    self._tag(Ends())
                case _:
                    for child in node.iter_child_nodes():
                        if not isinstance(child, nodes.Expr):
                            self.body([child])

    def _output(self, node: nodes.Output) -> None:
        for inner in node.nodes:
            if isinstance(inner, nodes.TemplateData):
                self._write(inner.data)
            else:
                self._tag(Shown(inner))

    def _if(self, node: nodes.If) -> None:
        self._tag(Begins(node))
        self.body(node.body)
        for other in node.elif_:
            self._tag(OtherBranch())
            self.body(other.body)
        if node.else_:
            self._tag(OtherBranch())
            self.body(node.else_)
        self._tag(Ends())

    def _tag(self, tag: Tag) -> None:
        if self.in_tag:
            return
        self.xml.append(f"<?{TAG} {len(self.tags)}?>")
        self.tags.append(tag)

    def _write(self, xml: str) -> None:
        if begun := max(xml.rfind("<"), xml.rfind(">")) + 1:
            self.in_tag = xml[begun - 1] == "<"
        self.xml.append(xml)
