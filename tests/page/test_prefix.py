"""Programs that call Word's elements otherwise."""

import pytest
from lxml import etree

from jingjin_forms.page.prefix import with_usual_prefix
from tests.page.parts import W_URI, part

OTHER = "urn:other"


def same(one: bytes, other: bytes) -> bool:
    """Whether both say the same but for prefixes."""
    return [(e.tag, dict(e.attrib), e.text, e.tail) for e in etree.fromstring(one).iter()] == [
        (e.tag, dict(e.attrib), e.text, e.tail) for e in etree.fromstring(other).iter()
    ]


@pytest.mark.parametrize(
    "xml",
    [
        f'<ns0:document xmlns:ns0="{W_URI}"><ns0:p ns0:a="ns0:b = 1">'
        "<ns0:t>x ns0:val = 1</ns0:t></ns0:p></ns0:document>",
        f"<document xmlns='{W_URI}'><p><t xml:space='preserve'> a </t></p></document>",
        f'<a:x xmlns:a="{OTHER}" xmlns:b="{W_URI}"><b:p b:c="1" a:c="2"/><a:p/></a:x>',
        f'<w:x xmlns:w="{W_URI}"><v:p xmlns:v="{W_URI}" v:c="1"><v:t>文</v:t></v:p></w:x>',
        f'<x><y:p xmlns:y="{W_URI}"/></x>',
        f'<!-- xmlns:q="{W_URI}" --><document xmlns="{W_URI}"><p/></document>',
    ],
    ids=["ns0", "default", "two", "inside", "no root", "comment"],
)
def test_words_elements_get_their_usual_prefix(xml: str):
    made = with_usual_prefix(xml.encode())
    assert same(made, xml.encode())
    for element in etree.fromstring(made).iter("*"):
        if element.tag.startswith(f"{{{W_URI}}}"):
            assert element.prefix == "w"
    assert with_usual_prefix(made).count(b"<w:") == made.count(b"<w:")


@pytest.mark.parametrize(
    "content",
    [
        part("<w:p/>"),
        b"\x89PNG \0",
        b"<a/>",
        f'<b:x xmlns:b="{W_URI}"><b:p></b:x>'.encode(),
        f'<b:x xmlns:b="{W_URI}" xmlns:w="{OTHER}"><b:p/></b:x>'.encode(),
    ],
    ids=["usual", "picture", "other", "broken", "taken"],
)
def test_what_has_it_or_cannot_have_it_stays(content: bytes):
    assert with_usual_prefix(content) == content
