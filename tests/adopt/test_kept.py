"""What a person has named or left out in a template stays so, when the blank comes again."""

import re
from pathlib import Path

from jingjin_forms.adopting import Adoption, adopt
from tests.helpers import parts
from tests.page.parts import p, tc, tr
from tests.word.build import docx, saved, zipped

DOCUMENT = "word/document.xml"
BODY = (
    p("領據"),
    p("具領人：__________　電話：__________"),
    p("職稱：__________"),
    f"<w:tbl>{tr('服務單位', '')}{tr('通訊地址', '')}</w:tbl>",
    f"<w:tbl>{tr('編號', '品名', '數量')}{''.join(tr(str(n), '', '') for n in (1, 2, 3))}</w:tbl>",
    f"<w:tbl>{tr('性別', '□男　□女')}</w:tbl>",
)


def again(folder: Path, *changes: tuple[str, str], body: tuple[str, ...] = BODY) -> Adoption:
    """The blank adopted, tags changed by hand, and the blank as it is now adopted again."""
    adoption = adopt(saved(folder, docx(*BODY), "空白.docx"))
    files = parts(adoption.to_bytes())
    content = files[DOCUMENT].decode()
    for old, new in changes:
        assert re.search(old, content), (old, re.findall(r"\{[{%].*?[%}]\}", content))
        content = re.sub(old, new, content)
    template = saved(folder, zipped({**files, DOCUMENT: content.encode()}), "範本.docx")
    return adopt(saved(folder, docx(*body), "新空白.docx"), like=template)


def names(adoption: Adoption) -> list[str]:
    return [blank.name for blank in adoption.blanks]


def test_nothing_changed_is_the_same(tmp_path: Path):
    first = adopt(saved(tmp_path, docx(*BODY)))
    second = again(tmp_path)
    assert names(first) == names(second)
    assert len(names(first)) >= 8
    assert not any("沿用" in note or "新欄位" in note for note in second.notes)
    assert second.parts[DOCUMENT] == first.parts[DOCUMENT]


def test_a_name_given_in_word_stays(tmp_path: Path):
    adoption = again(tmp_path, (r"\{\{ 具領人\|", "{{ 領款人|"))
    assert "領款人" in names(adoption)
    assert "具領人" not in names(adoption)
    assert any("沿用「範本.docx」的 1 處更正" in note for note in adoption.notes)


def test_quotes_that_word_has_curled(tmp_path: Path):
    adoption = again(tmp_path, (r"\{\{ 具領人\|底線\(\"(_+)\"\)", r"{{ 領款.人|底線(“\1”)"))
    assert "領款.人" in names(adoption)


def test_lists_are_renamed_with_their_columns(tmp_path: Path):
    first = adopt(saved(tmp_path, docx(*BODY)))
    [listed] = {b.name.partition(".")[0] for b in first.blanks if b.rows}
    adoption = again(
        tmp_path,
        (rf"in {listed}\|", "in 物品|"),
        (r"列\.品名", "列.名稱"),
        (r"列\.數量", "列.件數"),
    )
    assert [n for n in names(adoption) if n.startswith("物品.")] == ["物品.名稱", "物品.件數"]


def test_a_choice_is_renamed_as_one(tmp_path: Path):
    adoption = again(tmp_path, (r"性別\.", "學生性別."))
    assert "學生性別" in names(adoption)


def test_what_was_left_out_stays_out(tmp_path: Path):
    adoption = again(tmp_path, (r"\{\{ 職稱\|底線\(\"_+\"\) \}\}", "__________"))
    assert "職稱" not in names(adoption)
    assert any(b.name == "職稱" and b.note for b in adoption.left_alone)
    one_of_two = again(tmp_path, (r"\{\{ 電話\|底線\(\"_+\"\) \}\}", "__________"))
    assert "電話" not in names(one_of_two)
    assert "具領人" in names(one_of_two)


def test_names_stay_where_the_county_adds_a_row(tmp_path: Path):
    table = (
        f"<w:tbl>{tr('統一編號', '')}{tr('服務單位', '')}{tr('通訊地址', tc('', 'noWrap'))}</w:tbl>"
    )
    adoption = again(
        tmp_path, (r"\{\{ 通訊地址 \}\}", "{{ 地址 }}"), body=(*BODY[:3], table, *BODY[4:])
    )
    assert "地址" in names(adoption)
    assert any("新欄位：統一編號" in note for note in adoption.notes)
