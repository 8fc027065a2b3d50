"""What a part refers to: parts of the same file by their names, addresses as they are."""

import pytest
from lxml import etree

from jingjin_forms.word.docx.relations import Relation, relations_in, relations_of, rels_name
from jingjin_forms.word.pictures.media import targets_of

IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
MAIN = "word/document.xml"


def rels(target: str, mode: str = "") -> bytes:
    entry = f'<Relationship Id="rId1" Type="{IMAGE}" Target="{target}" {mode}/>'
    return f'<Relationships xmlns="urn:relations"><!-- -->{entry}</Relationships>'.encode()


@pytest.mark.parametrize(
    ("part", "target", "name"),
    [
        (MAIN, "media/a.png", "word/media/a.png"),
        (MAIN, "/media/a.png", "media/a.png"),
        (MAIN, "../media/a.png", "media/a.png"),
        (MAIN, "../../../a.png", "a.png"),
        ("", "word/media/a.png", "word/media/a.png"),
        ("document.xml", "media/a.png", "media/a.png"),
    ],
)
def test_a_target_is_the_name_of_a_part(part: str, target: str, name: str) -> None:
    [relation] = relations_in(rels(target), part)
    assert relation == Relation("rId1", IMAGE, name, is_external=False)
    assert relation.kind == "image"


def test_an_address_stays_as_it_is_and_is_no_part() -> None:
    content = rels("media/a.png", 'TargetMode="External"')
    [relation] = relations_in(content, MAIN)
    assert (relation.target, relation.is_external) == ("media/a.png", True)
    there = {"word/media/a.png": b"", "media/a.png": b""}
    assert targets_of(there | {rels_name(MAIN): content}, MAIN, "image") == {}
    assert targets_of(there | {rels_name(MAIN): rels("media/a.png")}, MAIN, "image") == {
        "rId1": "word/media/a.png"
    }


def test_where_the_relations_of_a_part_stand() -> None:
    assert rels_name("") == "_rels/.rels"
    assert rels_name("document.xml") == "_rels/document.xml.rels"
    assert rels_name(MAIN) == "word/_rels/document.xml.rels"
    assert relations_of({}, MAIN) == {}


def test_what_is_not_said_is_blank_and_what_is_broken_is_told() -> None:
    [relation] = relations_in(b"<a><Relationship/></a>", "")
    assert (relation.id, relation.type, relation.kind, relation.is_external) == ("", "", "", False)
    with pytest.raises(etree.XMLSyntaxError):
        relations_in(b"<a>", "")
