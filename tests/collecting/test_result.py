"""What is written of the files that were read, and that it makes the same papers again."""

import json
import os
import shutil
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from PIL import Image

from jingjin_forms import fill_many, form_of, get_form, list_forms
from jingjin_forms.adopting import adopt
from jingjin_forms.collecting import FileRead, Outcome, collect, read_many
from jingjin_forms.collecting.result.as_texts import yaml_facts
from jingjin_forms.collecting.result.result import check_result
from jingjin_forms.collecting.result.rows import Collection, FileRow
from jingjin_forms.errors import FileProblemError
from jingjin_forms.facts.facts_file import parse_yaml, read_facts
from jingjin_forms.files.characters import illegal_character
from jingjin_forms.forms.form import Form
from jingjin_forms.tables import read_table, write_roster
from jingjin_forms.tables.columns import layout_of
from tests.collecting.papers import (
    BUDGET,
    NO_PAPER,
    ORID,
    RESULT,
    budget,
    changed,
    collected,
    only,
    photo_paper,
)
from tests.docs.running import write_word

ROSTERS = (".xlsx", ".csv", ".jsonl", ".json")
FORMS = [form for form in list_forms() if form.model_fields]
WITHOUT_PICTURES = [f for f in FORMS if "照片" not in str(layout_of(f).sheets)]


def holds(suffix: str, form: type[Form]) -> bool:
    """Whether a file of this kind holds the lists of a form."""
    return suffix != ".csv" or not layout_of(form).sheets


CLOSING = [(f, s) for f in WITHOUT_PICTURES for s in (*ROSTERS, ".yaml") if holds(s, f)]


@pytest.mark.parametrize(("form", "suffix"), CLOSING, ids=lambda v: getattr(v, "key", v))
def test_filled_read_and_filled_again_gives_the_same_file(
    form: type[Form], suffix: str, tmp_path: Path
):
    paper = form.sample().save(tmp_path / "甲.docx")
    out = tmp_path / f"彙整{suffix}"
    assert only(collected(form, out, paper)).altered == ()
    if suffix == ".yaml":
        again = form.load(out).to_bytes()
    else:
        report = fill_many(form, out, tmp_path / "再", name="{編號}.docx")
        assert [r.problems for r in report] == [()]
        again = (tmp_path / "再" / "1.docx").read_bytes()
    assert again == paper.read_bytes()


def test_the_roster_has_the_sheets_and_columns_of_an_empty_one(tmp_path: Path):
    budget(tmp_path / "各校", "甲國小")
    collected(BUDGET, tmp_path / "彙整.xlsx", tmp_path / "各校")
    empty = load_workbook(write_roster(BUDGET, tmp_path / "空.xlsx"))
    made = load_workbook(tmp_path / "彙整.xlsx")
    assert made.sheetnames == empty.sheetnames
    for name in empty.sheetnames:
        wanted = [cell.value for cell in empty[name][1]]
        found = [cell.value for cell in made[name][1]]
        assert [heading for heading in found if not heading.startswith("說明：")] == wanted
    assert made["資料"].freeze_panes == "C2"


def test_one_row_a_file_shows_all(tmp_path: Path):
    folder = tmp_path / "各校"
    budget(folder, "甲國小")
    changed(budget(folder, "乙國小"), {(3, 1): "約三百", (1, 1): "經費明細"})
    (folder / "丙國小.docx").write_bytes(NO_PAPER)
    budget(folder, "丁國小", miscellaneous=99_999)
    collection = collected(BUDGET, tmp_path / "彙整.xlsx", folder)
    assert collection.counts == {Outcome.READ: 2, Outcome.DOUBTFUL: 1, Outcome.FAILED: 1}
    assert not collection.is_all_read
    page = load_workbook(tmp_path / "彙整.xlsx")["資料"]
    heads, *rows = [[cell.value for cell in row] for row in page.iter_rows()]
    shown = {row[1].rpartition("/")[2]: dict(zip(heads, row, strict=True)) for row in rows}
    first = shown["甲國小.docx"]
    assert (first["學校名稱"], first["雜支"], first["說明：合計"]) == ("花蓮縣甲國小", 1380, 24380)
    assert not first["說明：待確認"]
    assert not first["說明：未讀到"]
    assert "約三百" in shown["乙國小.docx"]["說明：待確認"]
    assert "表格 2 第 3 列第 2 欄" in shown["乙國小.docx"]["說明：待確認"]
    assert "「計畫經費明細」改成「經費明細」" in shown["乙國小.docx"]["說明：文字更動"]
    assert shown["乙國小.docx"]["說明：檢核"] == "資料有問題，沒有檢核。"
    assert "PDF" in shown["丙國小.docx"]["說明：未讀到"]
    assert "雜支" in shown["丁國小.docx"]["說明：檢核"]
    assert collection.files_with_errors == 1
    fills = [cell.fill.fgColor.rgb for cell in page["B"][1:]]
    assert len(set(fills)) == 3  # what is to be looked at is coloured, what was not read otherwise
    report = fill_many(BUDGET, tmp_path / "彙整.xlsx", tmp_path / "再")
    assert len(report) == 3  # without the file that was not read
    assert len(os.listdir(tmp_path / "再")) == 2


@pytest.mark.parametrize("suffix", ROSTERS)
def test_a_roster_in_which_nothing_was_read_is_one_without_rows(suffix: str, tmp_path: Path):
    paper = tmp_path / "甲.docx"
    paper.write_bytes(NO_PAPER)
    collected(ORID, tmp_path / f"彙整{suffix}", paper)
    assert list(read_table(tmp_path / f"彙整{suffix}", ORID)) == []
    assert "PDF" in (tmp_path / f"彙整{suffix}").read_text(errors="replace") or suffix == ".xlsx"


def test_numbers_are_numbers_and_dates_are_written_one_way(tmp_path: Path):
    paper = ORID.load({**ORID.sample().model_dump(), "date": "2023/9/6"}).save(tmp_path / "a.docx")
    collected(ORID, tmp_path / "a.jsonl", paper)
    entry = json.loads((tmp_path / "a.jsonl").read_text(encoding="utf-8"))
    assert (entry["學年度"], entry["日期"], entry["編號"]) == (112, "112年9月6日", 1)
    assert entry["說明：檔案"] == paper.as_posix()


def test_texts_are_no_formulas(tmp_path: Path):
    facts = {**ORID.sample().model_dump(), "objective": "=1+1", "reflective": "+886-3-8462860"}
    paper = ORID.load(facts).save(tmp_path / "a.docx")
    for suffix in (".xlsx", ".csv"):
        collected(ORID, tmp_path / f"彙整{suffix}", paper)
        (row,) = read_table(tmp_path / f"彙整{suffix}", ORID)
        assert (row.facts["Objective"], row.facts["Reflective"]) == ("=1+1", "+886-3-8462860")
    cells = [c for row in load_workbook(tmp_path / "彙整.xlsx")["資料"].iter_rows() for c in row]
    (cell,) = (cell for cell in cells if cell.value == "=1+1")
    assert (cell.data_type, cell.quotePrefix, cell.number_format) == ("s", True, "@")
    assert '"=1+1' not in (tmp_path / "彙整.csv").read_text(encoding="utf-8-sig")
    assert "\n=1+1" not in (tmp_path / "彙整.csv").read_text(encoding="utf-8-sig")


def read_of(name: str, facts: dict[str, Any]) -> Iterator[FileRead]:
    yield FileRead(name, form=ORID.load({"學校名稱": "甲國小"}), facts=facts)


def test_what_a_cell_cannot_hold_is_to_be_confirmed(tmp_path: Path):
    long = {"學校名稱": "甲國小", "Objective": "字" * 40_000}
    row = only(collect(read_of("a.docx", long), ORID, tmp_path / "a.xlsx"))
    assert row.outcome is Outcome.DOUBTFUL
    assert "40,000 字" in str(row.to_confirm[0])
    assert only(collect(read_of("a.docx", long), ORID, tmp_path / "a.jsonl")).to_confirm == ()
    form = get_form("learning_community/community_application")
    facts = {"學校名稱": "甲國小", "社群名稱": "數學", "社群目標": ["一\n二", "三"]}
    reads = iter([FileRead("a.docx", form=form.blank(), facts=facts)])
    assert "分成幾行" in str(only(collect(reads, form, tmp_path / "b.xlsx")).to_confirm[0])


def test_a_school_by_its_parts_has_columns_for_them(tmp_path: Path):
    school = {"全銜": "花蓮縣立甲國民小學", "簡稱": "甲小"}
    collect(read_of("a.docx", {"學校名稱": school}), ORID, tmp_path / "a.xlsx")
    (row,) = read_table(tmp_path / "a.xlsx", ORID)
    assert row.facts["學校名稱"] == school


# -- what is refused ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("form", "out", "files", "told"),
    [
        (BUDGET, "a.txt", 1, "副檔名要是 .xlsx"),
        (BUDGET, "a", 1, "副檔名要是 .xlsx"),
        (BUDGET, "a.csv", 1, "有清單（經費項目），.csv 放不下；請改用 .xlsx、.jsonl"),
        (BUDGET, "a.yaml", 2, "只放一份，這裡有 2 份；請改用"),
        (BUDGET, "nosuch/a.xlsx", 1, "資料夾「.*nosuch」不存在"),
        (BUDGET, "there.xlsx", 1, "已經存在"),
        (BUDGET, "folder.xlsx", 1, "是一個資料夾"),
    ],
)
def test_what_could_not_be_written_is_told_first(
    form: type[Form], out: str, files: int, told: str, tmp_path: Path
):
    (tmp_path / "there.xlsx").touch()
    (tmp_path / "folder.xlsx").mkdir()
    with pytest.raises(FileProblemError, match=told):
        check_result(form, tmp_path / out, files=files)


@pytest.mark.parametrize("suffix", [*ROSTERS, ".yaml"])
def test_nothing_is_overwritten_unless_asked(suffix: str, tmp_path: Path):
    paper = ORID.sample().save(tmp_path / "a.docx")
    out = tmp_path / f"彙整{suffix}"
    collected(ORID, out, paper)
    before = out.read_bytes()
    out.write_bytes(b"mine")
    with pytest.raises(FileProblemError, match="已經存在"):
        collected(ORID, out, paper)
    assert out.read_bytes() == b"mine"
    collected(ORID, out, paper, overwrite=True)
    assert out.read_bytes() == before
    assert sorted(os.listdir(tmp_path)) == ["a.docx", out.name]


def test_yaml_of_a_file_that_was_not_read_is_none(tmp_path: Path):
    paper = tmp_path / "a.docx"
    paper.write_bytes(NO_PAPER)
    assert collected(ORID, tmp_path / "a.yaml", paper).result is None
    assert os.listdir(tmp_path) == ["a.docx"]


# -- a Word file of one's own --------------------------------------------------------------------


def test_a_form_that_is_a_word_file(tmp_path: Path):
    blank = tmp_path / "空白表.docx"
    write_word(
        blank, "閱讀推動補助申請表\n| 申請學校 |  | 承辦人 |  |\n| 計畫目標 |  | 電話 |  |\n"
    )
    template = tmp_path / "範本" / "我的表.docx"
    template.parent.mkdir()
    adopt(blank).save(template)
    form = form_of(template)
    facts = {"學校名稱": "花蓮縣甲國小", "承辦人": "王小明", "計畫目標": "每週\n晨讀"}
    folder = tmp_path / "各校"
    folder.mkdir()
    for name in ("甲", "乙", "丙"):
        form.load({**facts, "承辦人": name}).save(folder / f"{name}.docx")
    collected(form, tmp_path / "彙整.csv", folder, jobs=2)
    report = fill_many(form, tmp_path / "彙整.csv", tmp_path / "再", name="{承辦人}.docx")
    assert report.rows_with_errors == 0
    for path in folder.iterdir():
        assert (tmp_path / "再" / path.name).read_bytes() == path.read_bytes()
    out = tmp_path / "資料" / "甲.yaml"
    out.parent.mkdir()
    collected(form, out, folder / "甲.docx")
    assert read_facts(out)["表件"] == "../範本/我的表.docx"
    assert form.load(out).to_bytes() == (folder / "甲.docx").read_bytes()


# -- photographs ---------------------------------------------------------------------------------


@pytest.mark.parametrize("suffix", [".xlsx", ".jsonl", ".json", ".yaml"])
def test_photographs_lie_beside_the_result_which_names_them(suffix: str, tmp_path: Path):
    paper = photo_paper(tmp_path / "各校", "甲", ["red", "blue"])
    out = tmp_path / f"彙整{suffix}"
    collected(RESULT, out, paper)
    folder = tmp_path / "彙整_照片"
    assert sorted(os.listdir(folder)) == ["甲-1.png", "甲-2.png"]
    with Image.open(folder / "甲-2.png") as picture:
        assert picture.convert("RGB").getpixel((5, 5)) == (0, 0, 255)
    if suffix == ".yaml":
        form: Any = RESULT.load(out)
    else:
        (row,) = read_table(out, RESULT)
        form = RESULT.load(row.facts, folder=tmp_path)
    assert [(photo.file.name, photo.note) for photo in form.photos] == [
        ("甲-1.png", "red"),
        ("甲-2.png", "blue"),
    ]


def test_photographs_of_files_of_one_name_do_not_meet(tmp_path: Path):
    for folder, colour in (("東區", "red"), ("西區", "blue")):
        photo_paper(tmp_path / "各校" / folder, "甲", [colour])
    shutil.copy(tmp_path / "各校/東區/甲.docx", tmp_path / "各校/甲-1.docx")
    collected(RESULT, tmp_path / "彙整.jsonl", tmp_path / "各校")
    names = sorted(os.listdir(tmp_path / "彙整_照片"))
    assert names == ["甲-1-1.png", "甲-1.png", "甲_2-1.png"]
    lines = (tmp_path / "彙整.jsonl").read_text(encoding="utf-8").splitlines()
    told = [json.loads(line)["照片"][0]["照片檔"] for line in lines]
    assert sorted(told) == [f"彙整_照片/{name}" for name in names]


def test_photographs_overwrite_nothing_unless_asked(tmp_path: Path):
    paper = photo_paper(tmp_path / "各校", "甲", ["red"])
    mine = tmp_path / "彙整_照片" / "甲-1.png"
    mine.parent.mkdir()
    mine.write_bytes(b"mine")
    with pytest.raises(FileProblemError, match=r"彙整_照片」已經存在"):
        collected(RESULT, tmp_path / "彙整.xlsx", paper)
    assert mine.read_bytes() == b"mine"
    (mine.parent / "own.txt").write_bytes(b"own")
    collected(RESULT, tmp_path / "彙整.xlsx", paper, overwrite=True)
    assert mine.read_bytes() != b"mine"
    assert (mine.parent / "own.txt").read_bytes() == b"own"


def test_what_ends_the_reading_leaves_what_was_read(tmp_path: Path):
    for name in "甲乙丙":
        photo_paper(tmp_path / "各校", name, ["red"])

    def ending() -> Iterator[FileRead]:
        for number, read in enumerate(read_many([tmp_path / "各校"], RESULT)):
            if number == 2:
                raise KeyboardInterrupt
            yield read

    collection = Collection(RESULT)
    with pytest.raises(KeyboardInterrupt):
        collect(ending(), RESULT, tmp_path / "彙整.xlsx", collection=collection)
    assert len(collection) == 2
    assert len(list(read_table(tmp_path / "彙整.xlsx", RESULT))) == 2
    assert len(os.listdir(tmp_path / "彙整_照片")) == 2
    assert sorted(os.listdir(tmp_path)) == ["各校", "彙整.xlsx", "彙整_照片"]


def test_a_result_that_cannot_be_written_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    paper = photo_paper(tmp_path / "各校", "甲", ["red"])

    def full(*_: object) -> None:
        raise FileProblemError("磁碟滿了。")

    monkeypatch.setattr("jingjin_forms.collecting.result.result.roster", full)
    with pytest.raises(FileProblemError, match="磁碟滿了"):
        collected(RESULT, tmp_path / "彙整.xlsx", paper)
    assert os.listdir(tmp_path) == ["各校"]


# -- texts ---------------------------------------------------------------------------------------

texts = st.text(max_size=30).filter(lambda text: illegal_character(text) is None and text != "")
values = st.recursive(
    texts, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3)
)


@given(facts=st.dictionaries(texts, values, min_size=1, max_size=4))
@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=300)
def test_yaml_gives_back_every_text(facts: dict[str, Any]):
    facts.pop("表件", None)
    collection = Collection(ORID)
    blank = FileRow("a\nb.docx", Outcome.READ, facts, {}, True, (), 0, (), (), (), "")
    collection.add(blank)
    text = b"".join(yaml_facts(collection, "x")).decode().replace("\r\n", "\n")
    wanted = json.loads(json.dumps({"表件": "x", **facts}))
    assert parse_yaml(StringIO(text).read()) == wanted
