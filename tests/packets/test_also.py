"""A packet's Word files as .odt and .pdf, in the folder and in the .zip."""

import sys
import zipfile
from pathlib import Path

import pytest

from jingjin_forms.errors import FileProblemError
from jingjin_forms.facts.facts_file import read_facts
from jingjin_forms.packets.packet import Packet
from jingjin_forms.packets.reading import load_packet
from jingjin_forms.packets.writing import with_formats
from tests.export.fake import MADE, Fake

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="fakes are shell scripts")
SAMPLE = Path("samples/packets/school_based/application.yaml").absolute()
_NAMED = "花蓮縣 112學年度精進教學_晨曦國小_"
WORD = ["送件清單", f"{_NAMED}審查作業表", f"{_NAMED}學校本位計畫"]
MAKE_ALL = 'for f; do make "$f"; done'


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Fake:
    return Fake(tmp_path, monkeypatch)


def packet(**changes: object) -> Packet:
    return load_packet({**read_facts(SAMPLE), **changes}, folder=SAMPLE.parent)


def test_beside_each_word_file_and_in_the_archive(fake: Fake, tmp_path: Path):
    fake.does(MAKE_ALL)
    out = tmp_path / "送件"
    saved = packet().save(out, archive=True, also="pdf")
    files = [f"{name}{suffix}" for name in WORD for suffix in (".docx", ".pdf")]
    archive = "晨曦國小_學校本位進修 送審.zip"
    assert [path.name for path in saved.paths] == [*files, archive]
    with zipfile.ZipFile(out / archive) as opened:
        assert opened.namelist() == files
        assert opened.read("送件清單.pdf") == (out / "送件清單.pdf").read_bytes() == MADE


def test_what_cannot_be_converted_is_told_and_stops_nothing(fake: Fake, tmp_path: Path):
    fake.does('for f; do case "$f" in *0.docx) ;; *) make "$f";; esac; done')
    saved = packet().save(tmp_path / "送件", also=["pdf"])
    names = {path.name for path in saved.paths}
    assert {f"{name}.docx" for name in WORD} < names
    assert {name for name in names if name.endswith(".pdf")} == {f"{WORD[2]}.pdf"}
    told = [str(problem) for problem in saved.packet.problems]
    assert len(told) == 2
    assert told[0].startswith(f"「{WORD[1]}.docx」：無法轉成 .pdf：LibreOffice 打不開")
    assert told[1].startswith("「送件清單.docx」")


def test_a_file_of_ones_own_is_not_replaced_by_a_converted_one(fake: Fake):
    fake.does(MAKE_ALL)
    given = {"a.docx": {".docx": b"1"}, "A.pdf": {".pdf": b"own"}, "b.docx": {".docx": b"2"}}
    files, problems = with_formats(given, [".pdf"])
    assert files == {"a.docx": b"1", "A.pdf": b"own", "b.docx": b"2", "b.pdf": MADE}
    assert [str(problem) for problem in problems] == [
        "「a.docx」：轉成的「a.pdf」與另一份文件同名，沒有放進去；請把自備的檔案改名。"
    ]


def test_odt_comes_without_libreoffice(fake: Fake, tmp_path: Path):
    """There is none: the .odt are there all the same, and each .pdf that is not is named."""
    saved = packet().save(tmp_path / "送件", also="odt,pdf")
    files = [f"{name}{suffix}" for name in WORD for suffix in (".docx", ".odt")]
    assert [path.name for path in saved.paths] == files
    assert fake.starts == 0
    papers, listed = map(str, saved.packet.problems)
    assert papers.startswith(f"「{WORD[1]}.docx」、「{WORD[2]}.docx」：沒有轉成 .pdf：環境變數")
    assert listed.startswith("「送件清單.docx」：沒有轉成 .pdf：環境變數")
    for name in WORD[1:]:
        [form] = [p.form for p in saved.packet.papers if p.file_name == f"{name}.docx"]
        assert form is not None
        made = (tmp_path / f"送件/{name}.odt").read_bytes()
        assert made == form.to_bytes(form.odt_template())


def test_a_pdf_of_an_earlier_word_file_does_not_stay(fake: Fake, tmp_path: Path):
    fake.does(MAKE_ALL)
    out = tmp_path / "送件"
    packet().save(out, also="pdf")
    (out / "核章.pdf").write_bytes(b"mine")
    fake.does("exit 3")
    with pytest.raises(FileExistsError):
        packet(雜支=1).save(out, also="pdf", overwrite=False)
    assert len(list(out.glob("*.pdf"))) == 4
    packet(雜支=1).save(out, also="pdf")
    assert [path.name for path in out.glob("*.pdf")] == ["核章.pdf"]


def test_from_the_command_line(jingjin, fake: Fake):
    fake.does(MAKE_ALL)
    told = jingjin("packet", str(SAMPLE), "--also", "PDF", "--zip", "--on", "112年3月10日")
    assert told.code == 0, told.err
    assert told.out.count("已產生") == 7


def test_bad_suffixes_are_refused_before_anything_is_written(jingjin, tmp_path: Path):
    told = jingjin("packet", str(SAMPLE), "--also", "doc")
    assert told.code == 1
    assert "--also 可以給 odt、pdf 或 odt,pdf，不能是「doc」。" in told.err
    with pytest.raises(FileProblemError, match="also 可以給 odt、pdf"):
        packet().save(tmp_path / "送件", also=["pdf", "rtf"])
    assert not (tmp_path / "送件").exists()
