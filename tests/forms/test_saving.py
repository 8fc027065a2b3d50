"""Forms from and into what programs have instead of paths."""

import os
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from jingjin_forms import BudgetEstimate, load, load_packet
from jingjin_forms.errors import FileProblemError
from jingjin_forms.typeset import typeset
from jingjin_forms.word import compile_template
from tests.helpers import docx_text
from tests.word.build import docx, par

PACKETS = Path(__file__).parents[2] / "samples" / "packets"
FACTS = "學校名稱: 花蓮縣甲國小\n雜支: 300\n"
JSON = '{"學校名稱": "花蓮縣甲國小", "雜支": 300}'


def test_into_an_open_file(tmp_path: Path):
    budget = BudgetEstimate.sample()
    out = BytesIO()
    assert budget.save(out) is None
    assert out.getvalue() == budget.to_bytes()
    with (tmp_path / "表.docx").open("wb") as file:
        budget.save(file, overwrite=False)  # which it cannot know
    assert (tmp_path / "表.docx").read_bytes() == out.getvalue()


def test_the_name_of_an_open_file_says_what_it_becomes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    made: list[str] = []

    def convert(contents: dict[str, bytes], suffix: str) -> dict[str, bytes]:
        made.append(suffix)
        return dict.fromkeys(contents, b"%PDF")

    monkeypatch.setattr("jingjin_forms.export.convert", convert)
    budget = BudgetEstimate.sample()
    with (tmp_path / "表.pdf").open("wb") as file:
        budget.save(file)
    assert (tmp_path / "表.pdf").read_bytes() == b"%PDF"
    for suffix in ("odt", ".PDF"):
        budget.save(BytesIO(), suffix=suffix)
    assert made == [".pdf", ".pdf"]  # its .odt is no conversion
    (tmp_path / "有了.pdf").write_bytes(b"mine")
    with pytest.raises(FileExistsError):
        budget.save(tmp_path / "有了.pdf", overwrite=False)
    assert len(made) == 2  # it was refused before the slow part


def test_a_template_of_ones_own(tmp_path: Path):
    content = typeset("{{ 學校名稱 }}\n")
    budget = BudgetEstimate.load({"學校名稱": "花蓮縣甲國小"})
    path = tmp_path / "範本.docx"
    path.write_bytes(content)
    made = [budget.to_bytes(t) for t in (content, path, str(path), compile_template(content))]
    assert docx_text(made[0]) == ["花蓮縣甲國小"]
    assert len(set(made)) == 1
    assert budget.save(tmp_path / "a.docx", template=content).read_bytes() == made[0]


@pytest.mark.parametrize(
    "text", [FACTS, JSON, f"\ufeff{FACTS}", "{學校名稱: 花蓮縣甲國小, 雜支: 300}"]
)
def test_facts_from_bytes_and_open_files(text: str, tmp_path: Path):
    path = tmp_path / "facts.yaml"
    path.write_text(text, encoding="utf-8")
    with path.open("rb") as file:
        for given in (text.encode(), BytesIO(text.encode()), file):
            assert BudgetEstimate.load(given).miscellaneous == 300
    whole = text.replace("學校名稱", "表件: 經費概算表\n學校名稱", 1) if text == FACTS else ""
    if whole:
        assert load(whole.encode()) == BudgetEstimate.load(text.encode())


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (b"\xff\xfe", "不是 UTF-8"),
        (b"", "資料是空的"),
        (b"[1]", "欄位: 內容"),
        (docx(par("x")), "其實是「Word 檔"),
        (b'{"a": 1', "JSON"),
    ],
)
def test_content_that_is_no_facts(given: bytes, told: str):
    with pytest.raises(FileProblemError, match=told):
        BudgetEstimate.load(given)


def test_a_packet_into_an_open_file(tmp_path: Path):
    packet = load_packet(PACKETS / "school_based" / "application.yaml")
    out = BytesIO()
    saved = packet.save(out, on="2023-03-10")
    assert saved.paths == ()
    on_disk = packet.save(tmp_path, on="112年3月10日").paths
    with ZipFile(out) as archive:
        assert {n: archive.read(n) for n in archive.namelist()} == {
            path.name: path.read_bytes() for path in on_disk
        }
    assert {form.key for form in packet.forms("審查作業表")} == {"school_based/review_sheet"}
    assert packet.form("review_sheet") is packet.form("審查作業表")
    assert packet.form(type(packet.form("review_sheet"))) is packet.form("review_sheet")  # type: ignore[arg-type]
    assert packet.form(BudgetEstimate) is packet.form("budget_estimate")


def test_what_fails_leaves_the_old_file(tmp_path: Path):
    path = tmp_path / "表.docx"
    path.write_bytes(b"mine")
    wrong: Any = docx(par("{{ 沒有的 }}"))
    with pytest.raises(Exception, match="沒有的"):
        BudgetEstimate.sample().save(path, template=wrong)
    assert path.read_bytes() == b"mine"
    assert os.listdir(tmp_path) == ["表.docx"]
