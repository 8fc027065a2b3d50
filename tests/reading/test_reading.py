"""A filled file that people have changed: what is read, what is said, what is refused."""

import re
import zipfile
from pathlib import Path

import pytest

from jingjin_forms import BudgetEstimate, FileProblemError, ReadingError, get_form
from jingjin_forms.reading import Reading, read_document
from tests.helpers import parts


@pytest.fixture
def changed(tmp_path: Path):
    """The sample's file with its document changed, read."""

    def read(*changes: tuple[str, str], form=BudgetEstimate, part="word/document.xml") -> Reading:
        contents = parts(form.sample().to_bytes())
        xml = contents[part].decode()
        for old, new in changes:
            assert old in xml
            xml = xml.replace(old, new)
        path = tmp_path / "改過.docx"
        with zipfile.ZipFile(path, "w") as archive:
            for name, content in {**contents, part: xml.encode()}.items():
                archive.writestr(name, content)
        return read_document(path, form)

    return read


def test_a_wrong_sum_is_a_finding(changed):
    form = changed((">24,380<", ">24,830<")).form()
    findings = [f for f in form.check() if f.message.startswith("填的是")]
    assert "24,830" in str(findings[0])
    assert form.total == 24_380


def test_altered_wording_is_told(changed):
    reading = changed(("以小計金額之 6%為限", "以小計金額之 9%為限"))
    assert [(c.official, c.found) for c in reading.changes] == [
        ("以小計金額之 6%為限", "以小計金額之 9%為限")
    ]
    assert "表格 2 第 9 列第 5 欄" in reading.changes[0].place
    assert reading.form().total == 24_380


def test_what_fits_badly_has_both_texts(changed):
    reading = changed(("<w:t>計畫名稱</w:t>", "<w:t>承辦人</w:t>"))
    assert reading.facts["計畫名稱"]
    assert any("計畫名稱" in change.official for change in reading.changes)
    [doubt] = [doubt for doubt in reading.doubts if doubt.path == ("計畫名稱",)]
    assert doubt.found
    assert "不同" in doubt.why


def test_columns_that_somebody_has_swapped(changed):
    swapped = ((">單價(元)<", ">甲乙<"), (">數量<", ">單價(元)<"), (">甲乙<", ">數量<"))
    reading = changed(*swapped)
    doubtful = {doubt.path[-1] for doubt in reading.doubts if doubt.path}
    assert {"單價", "數量"} <= doubtful


def test_a_row_that_the_form_does_not_have(changed):
    row = "<w:tr><w:tc><w:p><w:r><w:t>主辦單位意見：同意</w:t></w:r></w:p></w:tc></w:tr>"
    reading = changed(("</w:tbl>", f"{row}</w:tbl>"))
    assert any("主辦單位意見" in doubt.found for doubt in reading.doubts)
    with pytest.raises(ReadingError, match="主辦單位意見"):
        reading.form()


def test_a_text_box_that_somebody_has_drawn(changed):
    box = "<w:p><w:r><w:t>請改為 9 月</w:t></w:r></w:p>"
    end = "經費概算表</w:t></w:r>"
    drawn = f"{end}<w:r><w:pict><w:txbxContent>{box}</w:txbxContent></w:pict></w:r>"
    reading = changed((end, drawn))
    assert [doubt.found for doubt in reading.doubts] == ["請改為 9 月"]


def test_tracked_changes_count_as_accepted(changed):
    end = "</w:t></w:r>"
    deleted = '<w:del w:id="1" w:author="a"><w:r><w:delText>1,380</w:delText></w:r></w:del>'
    typed = '<w:ins w:id="2" w:author="a"><w:r><w:t>00</w:t></w:r></w:ins>'
    reading = changed((f">1,380{end}", f">1,0{end}{deleted}{typed}"))
    assert reading.facts["雜支"] == "1,000"


def test_boxes_and_amounts_as_people_write_them(changed):
    form = get_form("active_teaching/programme_budget")
    printed = changed(form=form).facts["計畫別"]
    for mark in "☑☒V✓ˇ":
        assert changed(("■", mark), form=form).facts["計畫別"] == printed, mark
    assert changed((">1,380<", ">新臺幣１，３８０元<")).form().miscellaneous == 1380
    assert changed((">1,380<", ">壹仟參佰捌拾元整<")).form().miscellaneous == 1380


def test_two_boxes_of_one_choice_are_asked_about(changed):
    form = get_form("active_teaching/activity_application")
    reading = changed(("□", "■"), form=form)
    assert any("不只一個" in doubt.why for doubt in reading.doubts)


def test_every_value_has_its_place(changed):
    reading = changed()
    assert reading.places["經費項目", 0, "單價"] == "本文 表格 2 第 3 列第 2 欄"
    assert all(re.match("本文", value.place) for value in reading.values)


def test_another_form_is_named(tmp_path: Path):
    path = tmp_path / "回饋.docx"
    get_form("school_based/orid_feedback").sample().save(path)
    with pytest.raises(FileProblemError, match=r"不是「經費概算表」.*教師質性回饋"):
        read_document(path, BudgetEstimate)


def test_two_in_one_file(changed):
    xml = parts(BudgetEstimate.sample().to_bytes())["word/document.xml"].decode()
    body = xml[xml.index("<w:body>") + 8 : xml.rindex("<w:sectPr")]
    with pytest.raises(FileProblemError, match="不只一份"):
        changed((body, body + body))


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "空的檔案"),
        (b"%PDF-1.7", "PDF"),
        (b"PK\3\4 broken", "已損壞"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "損壞"),
    ],
)
def test_no_file_of_ours(content: bytes, told: str, tmp_path: Path):
    path = tmp_path / "壞檔.docx"
    path.write_bytes(content)
    with pytest.raises(FileProblemError, match=told):
        read_document(path, BudgetEstimate)


def test_broken_xml_and_a_dtd(changed):
    with pytest.raises(FileProblemError, match="不是完整的 XML"):
        changed(("</w:body>", ""))
    with pytest.raises(FileProblemError, match="DTD"):
        changed(("<w:document ", '<!DOCTYPE a [<!ENTITY b "c">]><w:document '))


def test_too_long(changed):
    paragraph = "<w:p><w:r><w:t>很長的文字。</w:t></w:r></w:p>"
    with pytest.raises(FileProblemError, match="頁"):
        changed(("<w:tbl>", paragraph * 9000 + "<w:tbl>"))
