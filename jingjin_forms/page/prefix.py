"""The usual prefix for Word's own elements: programs that write `ns0:t` or `t` mean `w:t`."""

import re

from lxml import etree

from jingjin_forms.page.spans import Change, Source
from jingjin_forms.word.docx.location import Element, W

_URI = W.strip("{}")
_declared = re.compile(
    rb"xmlns(?::([\w.-]+))?\s*=\s*(?:\"%b\"|'%b')" % ((re.escape(_URI.encode()),) * 2)
)
_other_w = re.compile(rb"xmlns:w\s*=\s*(?![\"']%b[\"'])" % re.escape(_URI.encode()))
_name = re.compile(rb"(</?)(?:[\w.-]+:)?(?=[\w.-])")
_values = re.compile(rb"\"[^\"]*\"|'[^']*'")


def with_usual_prefix(content: bytes) -> bytes:
    """The part with `w:` for Word's elements; as it is where that is so, or cannot be.

    Only names of elements and attributes change, in the tags that have another prefix.
    """
    if all(match[1] == b"w" for match in _declared.finditer(content)) or _other_w.search(content):
        return content
    try:
        source = Source(content)
    except (etree.XMLSyntaxError, ValueError):
        return content  # whoever reads the part tells what is wrong
    changes: list[Change] = []
    for element in source.root.iter("*"):
        changes += _renamed(source, element)
    return source.changed(changes)


def _renamed(source: Source, element: Element) -> list[Change]:
    """The start tag and the closing tag of an element as they are to be, where they change."""
    span = source.span(element)
    old = source.content[span.start : span.inner]
    new = old
    is_words = etree.QName(element).namespace == _URI
    if is_words and element.prefix != "w":
        new = _name.sub(rb"\1w:", new, count=1)
    for prefix in {p for p, uri in element.nsmap.items() if uri == _URI and p not in ("w", None)}:
        new = _of_attributes(new, prefix or "")
    if element.getparent() is None and "w" not in element.nsmap:
        at = len(_name_of(new))
        new = new[:at] + f' xmlns:w="{_URI}"'.encode() + new[at:]
    changes = [Change(span.start, span.inner, new)] if new != old else []
    if is_words and element.prefix != "w" and not span.is_empty:
        closing = source.content[source.closing(element) : span.end]
        begin = source.closing(element)
        changes.append(Change(begin, span.end, _name.sub(rb"\1w:", closing, count=1)))
    return changes


def _name_of(tag: bytes) -> bytes:
    """`<w:p` of `<w:p a="b"/>`."""
    match = re.match(rb"<[\w.:-]+", tag)
    return match[0] if match is not None else tag


def _of_attributes(tag: bytes, prefix: str) -> bytes:
    """A tag whose attributes have `w:` for the prefix; what stands in quotes stays."""
    name = re.compile(rb"(\s)" + re.escape(prefix.encode()) + rb":(?=[\w.-]+\s*=)")
    pieces: list[bytes] = []
    done = 0
    for value in _values.finditer(tag):
        pieces += [name.sub(rb"\1w:", tag[done : value.start()]), value[0]]
        done = value.end()
    return b"".join([*pieces, tag[done:]])
