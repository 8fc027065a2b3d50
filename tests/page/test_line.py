"""A paragraph as a reader sees it, whatever stands in it."""

import pytest

from jingjin_forms.page.line import Line
from tests.page.parts import box_field, control, field, line_of, p, page_of, r, text_box, text_field

WINGDINGS = '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'
DELETED = "<w:del><w:r><w:delText>刪</w:delText></w:r></w:del>"


def test_each_character_knows_where_it_comes_from():
    line = line_of(r("姓"), r(""), r("名：", "<w:u/>"), "<w:r><w:tab/><w:t>甲</w:t></w:r>")
    assert line.text == "姓名：\t甲"
    assert line.owners == [(0, 0), (2, 0), (2, 1), (3, 0), (4, 0)]
    assert line.underlined == " __  "
    assert line.piece_at(4).element.text == "甲"


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("<w:r><w:br/><w:cr/><w:noBreakHyphen/><w:softHyphen/></w:r>", "\n\n-"),
        ('<w:r><w:tab/><w:ptab w:alignment="right"/></w:r>', "\t\t"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>', "□"),
        ('<w:r><w:sym w:font="Wingdings 2" w:char="0052"/></w:r>', "☑"),
        ('<w:r><w:sym w:font="Symbol" w:char="zz"/><w:sym/></w:r>', "\ufffc\ufffc"),
        (r("\uf0a8男\uf0fe女"), "□男☑女"),
        (r("o\uf0a8中", WINGDINGS), "□□中"),
        (r("o"), "o"),
        (box_field() + r("同意"), "□同意"),
        (box_field("<w:default/>"), "☑"),
        (box_field('<w:default w:val="1"/><w:checked w:val="0"/>'), "□"),
        (box_field('<w:default w:val="0"/><w:checked/>'), "☑"),
        (box_field('<w:size w:val="20"/>'), "□"),
        (text_field("     ") + r("元"), "     元"),
        (field("PAGE", result="3"), "3"),
        (field("IF", result=None), ""),
        ('<w:fldSimple w:instr=" PAGE ">' + r("3") + "</w:fldSimple>", "3"),
        (f"<w:hyperlink>{r('網')}</w:hyperlink><w:smartTag>{r('址')}</w:smartTag>", "網址"),
        (f"<w:ins>{r('加')}</w:ins>{DELETED}<w:moveTo>{r('來')}</w:moveTo>", "加來"),
        (f"<w:moveFrom>{r('去')}</w:moveFrom>", ""),
        (r("見") + r("隱", "<w:vanish/>") + r("現", '<w:vanish w:val="0"/>'), "見現"),
        (control(r("內")) + control(control(r("深"))), "內深"),
        (
            "<w:r><w:ruby><w:rt>" + r("ㄏㄨㄚ") + "</w:rt><w:rubyBase>" + r("花") + "</w:rubyBase>"
            "</w:ruby></w:r>",
            "花",
        ),
        (
            f"<mc:AlternateContent><mc:Choice>{r('新')}</mc:Choice>"
            f"<mc:Fallback>{r('舊')}</mc:Fallback></mc:AlternateContent>",
            "新",
        ),
        (r("外") + text_box(p("內")) + r("邊"), "外邊"),
    ],
)
def test_what_is_printed_is_read_once(inside: str, text: str):
    line = line_of(inside)
    assert line.text == text
    assert len(line.owners) == len(line.underlined) == len(text)


def controls(line: Line) -> list[str]:
    return ["" if x.control is None else x.control.tag.rpartition("}")[2] for x in line.pieces]


def test_texts_know_their_control():
    inside = control(r("甲")) + r("乙") + text_field("丙") + box_field() + field("PAGE", result="1")
    assert controls(line_of(inside)) == ["sdt", "", "ffData", "ffData", ""]


def test_a_field_in_another_does_not_end_it():
    data = "<w:ffData><w:textInput/></w:ffData>"
    begin = f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r>'
    parts = "".join(f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("separate",))
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    line = line_of(begin, parts, r("甲"), field("PAGE", result="2"), r("乙"), end, r("丙"))
    assert line.text == "甲2乙丙"
    assert controls(line) == ["ffData", "", "ffData", ""]


def test_a_control_around_one_paragraph_is_its_own():
    held, *_ = page_of(control(p("請輸入"))).lines
    assert controls(held) == ["sdt"]
    first, second = page_of(control(p("一") + p("二"))).lines
    assert controls(first) == controls(second) == [""]
    [cell] = page_of(f"<w:tbl><w:tr>{control('<w:tc>' + p('格') + '</w:tc>')}</w:tr></w:tbl>").lines
    assert controls(cell) == ["sdt"]


def test_what_is_empty_prints_nothing():
    assert line_of().is_empty
    assert line_of(r("　 ")).is_empty
    assert line_of(r("隱", "<w:vanish/>")).is_empty
    assert not line_of("<w:r><w:drawing/></w:r>").is_empty
    assert not line_of("<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>").is_empty
    assert not line_of(box_field()).is_empty
