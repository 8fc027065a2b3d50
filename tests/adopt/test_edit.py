"""Tags at every kind of place: only what they take the place of changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from jingjin_forms.adopting.tagging.edit import Put, changes_of, loop_row, text_element
from jingjin_forms.page.page import read_page
from jingjin_forms.word.docx.location import W
from tests.page.parts import box_field, control, p, page_of, part, r, text_box, text_field

TAG = "{{ 姓名 }}"


def put(body: str, *puts: tuple[int, int, str], number: int = 0) -> tuple[str, str]:
    """What the line says with the tags in it, and the XML of the body."""
    page = page_of(body)
    line = page.lines[number]
    content = page.source.changed(changes_of(page.source, [Put(line, *x) for x in puts]))
    made = read_page("word/document.xml", content)
    xml = content.decode().partition("<w:body>")[2].removesuffix("</w:body></w:document>")
    return made.lines[number].text, xml


@pytest.mark.parametrize(
    ("inside", "start", "end", "text"),
    [
        (r("姓名：____元"), 3, 7, f"姓名：{TAG}元"),
        (r("姓名：__") + r("__", "<w:b/>") + r("元"), 3, 7, f"姓名：{TAG}元"),
        (r("__") + r("__") + r("__元"), 0, 6, f"{TAG}元"),
        (r("姓名："), 3, 3, f"姓名：{TAG}"),
        (r("姓名："), 0, 0, f"{TAG}姓名："),
        (r("姓名：") + r("元"), 3, 3, f"姓名：{TAG}元"),
        (r("全"), 0, 1, TAG),
        (r(""), 0, 0, TAG),
        ("<w:r><w:tab/><w:t>a</w:t></w:r>", 0, 1, f"{TAG}a"),
        ("<w:r><w:tab/><w:t>a</w:t></w:r>", 0, 0, f"{TAG}\ta"),
        ("<w:r><w:t>a</w:t><w:tab/></w:r>", 2, 2, f"a\t{TAG}"),
        ("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r>", 0, 3, TAG),
        ('<w:r><w:t>a</w:t><w:br w:type="page"/><w:t>b</w:t></w:r>', 0, 3, f"{TAG}\n"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0A8"/><w:t>a</w:t></w:r>', 1, 1, f"□{TAG}a"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>', 0, 0, f"{TAG}□"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0A8"/><w:t>__</w:t></w:r>', 0, 3, TAG),
        (box_field() + r("同意"), 0, 0, f"{TAG}□同意"),
        (box_field() + r("同意"), 1, 1, f"□{TAG}同意"),
        (r("甲") + box_field(), 2, 2, f"甲□{TAG}"),
        (text_field("     ") + r("元"), 0, 5, f"{TAG}元"),
        (f"<w:hyperlink>{r('請填')}</w:hyperlink>", 0, 2, TAG),
        (r("見") + r("隱", "<w:vanish/>") + r("__"), 1, 3, f"見{TAG}"),
        (r("a &amp; b &lt; __"), 8, 10, f"a & b < {TAG}"),
    ],
)
def test_a_tag_takes_the_place_of_its_blank(inside: str, start: int, end: int, text: str):
    assert put(f"<w:p>{inside}</w:p>", (start, end, TAG))[0] == text


@pytest.mark.parametrize("behind", ["", "同意"])
def test_a_tag_behind_a_legacy_box_stands_outside_its_field(behind: str):
    xml = put(f"<w:p>{box_field()}{r(behind) if behind else ''}</w:p>", (1, 1, TAG))[1]
    assert xml.index('w:fldCharType="end"') < xml.index(TAG)


MARK = "<w:rPr><w:rFonts w:eastAsia='標楷體'/><w:sz w:val='28'/></w:rPr>"


@pytest.mark.parametrize(
    ("paragraph", "made"),
    [
        ("<w:p/>", f"<w:p><w:r>{text_element(TAG).decode()}</w:r></w:p>"),
        (
            '<w:p w:rsidR="0" />',
            f'<w:p w:rsidR="0"><w:r>{text_element(TAG).decode()}</w:r></w:p>',
        ),
        ("<w:p></w:p>", f"<w:p><w:r>{text_element(TAG).decode()}</w:r></w:p>"),
        (
            f"<w:p><w:pPr>{MARK}</w:pPr></w:p>",
            f"<w:p><w:pPr>{MARK}</w:pPr><w:r>{MARK}{text_element(TAG).decode()}</w:r></w:p>",
        ),
        (
            "<w:p><w:pPr><w:jc w:val='left'/></w:pPr></w:p>",
            "<w:p><w:pPr><w:jc w:val='left'/></w:pPr>"
            f"<w:r>{text_element(TAG).decode()}</w:r></w:p>",
        ),
        (
            "<w:p><w:pPr><w:rPr><w:ins w:id='1'/><w:b/><w:vanish/><w:rPrChange/></w:rPr></w:pPr>"
            "</w:p>",
            "<w:p><w:pPr><w:rPr><w:ins w:id='1'/><w:b/><w:vanish/><w:rPrChange/></w:rPr></w:pPr>"
            f"<w:r><w:rPr><w:b/></w:rPr>{text_element(TAG).decode()}</w:r></w:p>",
        ),
        (
            "<w:p><w:r><w:rPr><w:b/></w:rPr></w:r></w:p>",
            f"<w:p><w:r><w:rPr><w:b/></w:rPr></w:r><w:r>{text_element(TAG).decode()}</w:r></w:p>",
        ),
    ],
)
def test_an_empty_paragraph_gets_a_run(paragraph: str, made: str):
    text, xml = put(paragraph, (0, 0, TAG))
    assert text == TAG
    assert etree.tostring(etree.fromstring(part(xml)), method="c14n") == etree.tostring(
        etree.fromstring(part(made)), method="c14n"
    )


def test_several_tags_in_one_run():
    xml = p("自__年__月至__年")
    assert put(xml, (8, 10, "{{ c }}"), (1, 3, "{{ a }}"), (4, 6, "{{ b }}"))[0] == (
        "自{{ a }}年{{ b }}月至{{ c }}年"
    )
    assert put(xml, (0, 0, "{% vm %}"), (1, 3, "{{ a }}"))[0] == "{% vm %}自{{ a }}年__月至__年"


def test_spaces_at_the_ends_of_a_text_are_kept():
    assert (
        'xml:space="preserve"> 甲 {{ 姓名 }}</w:t>'
        in put("<w:p><w:r><w:t> 甲 _</w:t></w:r></w:p>", (3, 4, TAG))[1]
    )


def test_a_carriage_return_survives():
    assert put("<w:p><w:r><w:t>a&#13;b_</w:t></w:r></w:p>", (3, 4, TAG))[0] == f"a\rb{TAG}"


SHOWING = '<w:showingPlcHdr/><w:dataBinding w:xpath="x"/><w:text/>'


def test_a_filled_control_invites_no_more():
    for around in (f"<w:p>{{}}{r('元')}</w:p>", None):
        inside = r("按一下", '<w:rStyle w:val="a3"/><w:color w:val="808080"/><w:b/>')
        body = (
            around.format(control(inside, SHOWING))
            if around
            else control(f"<w:p>{inside}</w:p>", SHOWING)
        )
        text, xml = put(body, (0, 3, TAG))
        assert text.removesuffix("元") == TAG
        assert "showingPlcHdr" not in xml
        assert "dataBinding" not in xml
        assert "rStyle" not in xml
        assert "808080" not in xml
        assert "<w:b/>" in xml
        assert "<w:text/>" in xml


def test_other_controls_and_colours_stay():
    inside = control(
        r("甲", '<w:rStyle w:val="a3"/><w:color w:val="FF0000"/>'), '<w:alias w:val="x"/>'
    )
    xml = put(f"<w:p>{inside}{r('__')}</w:p>", (1, 3, TAG))[1]
    assert inside in xml
    changed = put(f"<w:p>{inside}</w:p>", (0, 1, TAG))[1]
    assert '<w:rStyle w:val="a3"/><w:color w:val="FF0000"/>' in changed


def with_tag(body: str, tag: str) -> etree._Element:
    page = page_of(body)
    changes = changes_of(page.source, [Put(page.lines[0], 0, 1, tag)])
    return etree.fromstring(page.source.changed(changes))


@pytest.mark.parametrize("inside", ['<w:default w:val="0"/>', "<w:checked/>", ""])
@pytest.mark.parametrize("is_short", [False, True])
def test_a_legacy_box_gives_way_to_its_tag(inside: str, is_short: bool):
    tag = """{{ x["a"]|勾選 }}"""
    field = box_field(inside)
    if is_short:
        field = field.replace("<w:checkBox></w:checkBox>", "<w:checkBox />")
    root = with_tag(f"<w:p>{field}{r('男')}</w:p>", tag)
    assert "".join(root.itertext()) == f"{tag}男"
    assert not list(root.iter(f"{W}fldChar", f"{W}instrText", f"{W}checkBox"))


def test_only_the_box_s_own_field_goes():
    """A page number behind it, and a second box, stay as they are."""
    number = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    root = with_tag(f"<w:p>{box_field()}{number}{box_field()}</w:p>", "{{ x|勾選 }}")
    assert len(list(root.iter(f"{W}fldChar"))) == 2 + box_field().count("<w:fldChar")
    assert len(list(root.iter(f"{W}checkBox"))) == 1
    assert "PAGE" in "".join(root.itertext())


def test_a_symbol_gives_way_to_its_tag():
    sym = '<w:r><w:sym w:font="W&quot;&amp;2" w:char="F0A8"/></w:r>'
    tag = "{{ a['<&']|勾選 }}"
    root = with_tag(f"<w:p>{sym}</w:p>", tag)
    assert "".join(root.itertext()) == tag
    assert root.find(f".//{W}sym") is None


@pytest.mark.parametrize(
    "state", ['<w14:checked w14:val="0"/>', "<w14:checked w14:val='0'></w14:checked>"]
)
def test_a_control_that_is_a_box_is_ticked_by_its_tag_alone(state: str):
    body = f"<w:p>{control(r('☐'), f'<w14:checkbox>{state}</w14:checkbox>')}</w:p>"
    made = with_tag(body, '{{ x|勾選("☐","☒") }}')
    assert made.find(".//{*}checkbox") is None
    assert made.find(f".//{W}sdtPr") is not None
    assert "".join(made.itertext()) == '{{ x|勾選("☐","☒") }}'


def test_both_copies_of_a_text_box_take_tags():
    page = page_of(f"<w:p>{text_box(p('甲：__'), p('甲', '：_', '_'))}</w:p>")
    line = page.lines[1]
    twin = page.twins[line]
    puts = [Put(x, 2, 4, TAG) for x in (line, twin)]
    made = etree.fromstring(page.source.changed(changes_of(page.source, puts)))
    boxes = ["".join(box.itertext()) for box in made.iter(f"{W}txbxContent")]
    assert boxes == [f"甲：{TAG}"] * 2


def test_a_row_that_holds_a_loop():
    for columns in (1, 3):
        row = etree.fromstring(
            f"<z xmlns:w='{W[1:-1]}'>{loop_row('{%tr for a in b %}', columns).decode()}</z>"
        )
        assert "".join(row.itertext()) == "{%tr for a in b %}"
        assert (row.find(f".//{W}gridSpan") is not None) == (columns > 1)


PIECES = st.sampled_from(
    [
        r("姓名："), r("____"), r("　"), r(""), r("a &amp; &lt;b&gt; “引”"), r("粗", "<w:b/>"),
        "<w:r><w:tab/></w:r>", "<w:r><w:br/></w:r>", box_field(), text_field("  "),
        '<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>', "<!-- > -->", "<w:bookmarkStart/>",
        r("隱", "<w:vanish/>"), control(r("請輸入"), "<w:showingPlcHdr/><w:text/>"),
        "<w:r><w:t><![CDATA[<c>]]></w:t></w:r>", f"<w:ins>{r('加')}</w:ins>",
    ]
)  # fmt: skip


@given(st.lists(PIECES, max_size=7), st.data())
def test_all_else_stays_byte_for_byte(pieces: list[str], data: st.DataObject):
    inside = "".join(pieces)
    page = page_of(p("前"), f"<w:p>{inside}</w:p>", p("後"))
    line = page.lines[1]
    ends = st.integers(0, len(line.text))
    start, end = sorted((data.draw(ends), data.draw(ends)))
    changes = changes_of(page.source, [Put(line, start, end, TAG)])
    content = page.source.changed(changes)
    made = read_page("word/document.xml", content).lines
    assert (made[0].text, made[2].text) == ("前", "後")
    stays = {"□"} if any(x.element.tag == f"{W}fldChar" for x in line.pieces) else set[str]()
    if not stays:
        assert made[1].text == line.text[:start] + TAG + line.text[end:]
    else:
        assert TAG in made[1].text or start < end
