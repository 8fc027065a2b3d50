"""Where elements stand in the bytes of a part, against what lxml reads there."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from jingjin_forms.page.spans import Change, Source, in_utf8
from jingjin_forms.word.docx.location import Element

NAMES = 'xmlns:w="urn:w" xmlns:x="urn:x"'
ODD = [
    "<a/>",
    "<a></a>",
    "<?xml version='1.0' encoding=\"UTF-8\"?>\n<a b = '1' ><b/> </a >",
    "<a><!-- <b> > --><b>x</b><!----></a>",
    "<a><![CDATA[<b>not an element</b> > ]]><b/></a>",
    "<a><?target <b> > ?><b/></a><?after?>",
    "<a b='>' c=\"'/>'\" d='\"'><b e='a>b'/>&lt;b/&gt;&amp;&#62;&#x3e;</a>",
    "<a\n\tb='1'\n><b\n/></a\n>",
    f"<w:a {NAMES}><x:b w:c='1'><w:a/></x:b><c xmlns='urn:d'><d/></c></w:a>",
    "<甲 乙='丙'>丁<戊/>𠮷</甲>",
    "<a>" + "<b>" * 200 + "</b>" * 200 + "</a>",
    "<a>" + "<b>中文</b><c d='1'/>" * 20_000 + "</a>",
]
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "big5", "iso-8859-1"]


def said(element: Element) -> tuple[object, ...]:
    """All that an element says, however it is written."""
    inside = tuple((said(child), child.tail or "") for child in element)
    return element.tag, tuple(sorted(element.attrib.items())), element.text or "", inside


def said_alone(piece: bytes, names: Mapping[str | None, str]) -> tuple[object, ...]:
    """What a piece of a part says, with the names that are declared around it."""
    declared = "".join(f" xmlns{f':{n}' if n else ''}='{uri}'" for n, uri in names.items())
    return said(etree.fromstring(b"<z%b>%b</z>" % (declared.encode(), piece))[0])


@pytest.mark.parametrize("xml", ODD, ids=lambda x: x[:30])
def test_each_element_is_where_it_is_said_to_be(xml: str):
    source = Source(xml.encode())
    elements = list(source.root.iter("*"))
    for element in elements if len(elements) < 500 else elements[::997]:
        span = source.span(element)
        piece = source.content[span.start : span.end]
        if len(elements) < 500:
            assert said_alone(piece, element.nsmap) == said(element)
        assert (piece[:1], piece[-1:]) == (b"<", b">")
        start = source.content[span.start : span.inner]
        assert start.endswith(b">")
        if span.is_empty:
            assert (start[-2:], span.inner) == (b"/>", span.end)
        else:
            closing = source.content[source.closing(element) : span.end]
            assert closing.startswith(b"</")
            assert closing.count(b">") == 1


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_any_encoding_is_read(encoding: str):
    declared = {"utf-8-sig": "utf-8", "utf-16-le": "utf-16", "utf-16-be": "utf-16"}
    letters = "é" if encoding == "iso-8859-1" else "中文"
    said = f'<?xml version="1.0" encoding="{declared.get(encoding, encoding)}"?>'
    xml = f'{said}<a b="{letters}">{letters}<b/></a>'
    source = Source(xml.encode(encoding))
    assert (source.root.get("b"), source.root.text) == (letters, letters)
    span = source.span(source.root[0])
    assert source.content[span.start : span.end] == b"<b/>"
    changed = source.changed([Change(span.start, span.end, "國".encode())])
    assert etree.fromstring(changed).text == f"{letters}國"


def test_bytes_that_are_not_what_they_say_are_refused():
    for content in (b"\xff\xfe<\0a", b'<?xml version="1.0" encoding="no-such"?><a/>'):
        with pytest.raises(ValueError):  # noqa: PT011 (whatever the codec says)
            in_utf8(content)
    assert in_utf8("<a>中</a>".encode()) == "<a>中</a>".encode()


def test_entities_stay_as_they_stand():
    xml = b'<!DOCTYPE a [<!ENTITY e "<b/><b/>">]><a>&e;<c/></a>'
    source = Source(xml)
    span = source.span(source.root.find("c"))  # pyright: ignore[reportArgumentType]
    assert source.content[span.start : span.end] == b"<c/>"


def test_changes_that_overlap_are_a_mistake():
    source = Source(b"<a><b/><c/></a>")
    with pytest.raises(ValueError, match="overlap"):
        source.changed([Change(3, 7, b""), Change(5, 9, b"")])
    assert source.changed([Change(7, 11, b"y"), Change(3, 7, b"x")]) == b"<a>xy</a>"


def trees() -> st.SearchStrategy[str]:
    """Small documents in all the ways XML may be written."""
    texts = st.sampled_from(
        ["", "字", " ", "&amp;", "&#x20;", "<!-- <a> -->", "<![CDATA[</a>]]>", "<?p > ?>"]
    )
    starts = st.sampled_from(["a", "a b='>'", 'w:a w:b="\'"', "a\n", "a b='1' c=\"2\""])

    def grown(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
        return st.builds(
            lambda start, pieces, is_empty: (
                f"<{start}/>" if is_empty else f"<{start}>{''.join(pieces)}</{start.split()[0]}>"
            ),
            starts,
            st.lists(st.one_of(texts, inner), max_size=4),
            st.booleans(),
        )

    return st.recursive(st.just("<a/>"), grown, max_leaves=12).map(
        lambda inside: f"<root {NAMES}>{inside}</root>"
    )


@given(trees())
def test_nothing_changed_is_the_same(xml: str):
    source = Source(xml.encode())
    assert source.changed([]) == xml.encode()
    own = [source.span(element) for element in source.root.iter("*")]
    for span in own:
        same = Change(span.start, span.end, source.content[span.start : span.end])
        assert source.changed([same]) == xml.encode()


@given(trees(), st.data())
def test_what_is_replaced_is_what_lxml_would_have_replaced(xml: str, data: st.DataObject):
    source = Source(xml.encode())
    elements = list(source.root.iter("*"))[1:]
    chosen = data.draw(st.sampled_from(elements))
    span = source.span(chosen)
    made = etree.fromstring(source.changed([Change(span.start, span.end, b"<new/>")]))
    new = etree.Element("new")
    new.tail = chosen.tail
    parent = chosen.getparent()
    assert parent is not None
    parent.replace(chosen, new)
    assert said(made) == said(source.root)
