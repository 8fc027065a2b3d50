"""Word's own merge fields, turned into the plain text «name» that they show."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from jingjin_forms.word.docx.location import PARAGRAPH, Element, W
from jingjin_forms.word.docx.plain_xml import SPACE

_CODE = re.compile(r'\s*MERGEFIELD\s+(?:"([^"]*)"|(\S+))', re.IGNORECASE)
_OTHER = re.compile(r"\s*(IF|NEXT|NEXTIF|SKIPIF|SET|ASK|FILLIN|MERGEREC|MERGESEQ|DATABASE)\b", re.I)


@dataclass(slots=True)
class _Field:
    """A field of several runs, from its begin to its end."""

    runs: list[Element] = field(default_factory=list["Element"])
    code: str = ""
    in_result: bool = False
    shown: Element | None = None
    """The first run of its result, which says how it looks."""
    holds_fields: bool = False


def plain_fields(root: Element) -> list[tuple[Element, str]]:
    """Turn each merge field of a part into a text; returns other fields of a merge, as (paragraph,
    code), which have no counterpart in our tags and are left alone."""
    left: list[tuple[Element, str]] = []
    for simple in list(root.iter(f"{W}fldSimple")):
        code = simple.get(f"{W}instr") or ""
        if name := _name(code):
            runs = list(simple.iter(f"{W}r"))
            _exchange([simple], runs[0] if runs else None, name)
        elif _OTHER.match(code):
            left += [(p, code) for p in simple.iterancestors(PARAGRAPH)][:1]
    for paragraph in root.iter(PARAGRAPH):
        for found in list(_fields(paragraph)):
            name = _name(found.code)
            if name and not found.holds_fields:
                _exchange(found.runs, found.shown, name)
            elif _OTHER.match(found.code) or name:
                left.append((paragraph, found.code))
    return left


def _name(code: str) -> str:
    found = _CODE.match(code)
    return (found[1] or found[2] or "").strip() if found else ""


def _fields(paragraph: Element) -> Iterator[_Field]:
    """The outermost fields that begin and end in this paragraph."""
    open_fields: list[_Field] = []
    for run in paragraph.iterchildren(f"{W}r"):
        ended: _Field | None = None
        for child in run:
            if child.tag == f"{W}fldChar":
                kind = child.get(f"{W}fldCharType")
                if kind == "begin":
                    if open_fields:
                        open_fields[0].holds_fields = True
                    open_fields.append(_Field())
                elif kind == "separate" and open_fields:
                    open_fields[-1].in_result = True
                elif kind == "end" and open_fields:
                    ended = open_fields.pop()
            elif child.tag == f"{W}instrText" and open_fields:
                open_fields[-1].code += child.text or ""
        for one in [*open_fields, *([ended] if ended else [])]:
            one.runs.append(run)
            if one.in_result and one.shown is None and run.find(f"{W}t") is not None:
                one.shown = run
        if ended is not None and not open_fields:
            yield ended


def _exchange(old: list[Element], like: Element | None, name: str) -> None:
    """One run with the field's name in the place of all its runs."""
    run = etree.Element(f"{W}r")
    properties = None if like is None else like.find(f"{W}rPr")
    if properties is not None:
        run.append(properties)  # the run that it belongs to goes
    text = etree.SubElement(run, f"{W}t")
    text.text = f"«{name}»"
    text.set(SPACE, "preserve")
    old[0].addprevious(run)
    for element in old:
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
