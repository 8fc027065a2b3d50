"""All papers of a batch in one file for printing: none lost, and what cannot be in it told."""

import copy
import json
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from jingjin_forms.batch import fill_many
from jingjin_forms.batch.merging import merge_files
from jingjin_forms.errors import FileProblemError
from jingjin_forms.export import Paper, has_soffice
from jingjin_forms.export.libreoffice import soffice
from jingjin_forms.export.pdf import pdf_texts
from jingjin_forms.export.proving.printed import printed
from jingjin_forms.facts.facts_file import read_facts
from tests.export.little_pdf import pdf

SAMPLES = Path("samples/packets").absolute()
PLAN, RESULTS, BUDGET = "school_based/application", "school_based/results", "經費概算表"
DAY = date(2026, 11, 22)
needs_soffice = pytest.mark.skipif(not has_soffice(), reason="LibreOffice is not installed")


class Handed:
    """Papers are converted to PDFs of one page that says how many came before."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch):
        self.names: list[str] = []
        self.odt: dict[str, bytes | None] = {}
        monkeypatch.setattr(sys.modules["jingjin_forms.export"], "convert_in_turn", self.convert)

    def convert(
        self, papers: Iterable[tuple[str, Paper | bytes | str]], _: str, *, shared_fonts: bool
    ) -> Iterator[tuple[str, bytes | str]]:
        assert shared_fonts
        number = count()
        for name, paper in papers:
            if not isinstance(paper, Paper):
                yield name, paper
            elif "壞" in name:
                yield name, "打不開"
            else:
                self.names.append(name)
                self.odt[name] = paper.odt
                yield name, pdf(f"p{next(number)}")


@pytest.fixture
def handed(monkeypatch: pytest.MonkeyPatch) -> Handed:
    return Handed(monkeypatch)


def schools(key: str, *names: str) -> list[dict[str, Any]]:
    given = dict(read_facts(SAMPLES / f"{key}.yaml"))
    return [copy.deepcopy(given) | {"學校名稱": f"花蓮縣吉安鄉{n}國民小學"} for n in names]


def budgets(*names: str) -> list[dict[str, str]]:
    return [{"學校名稱": f"花蓮縣{name}國小"} for name in names]


def test_forms_row_by_row(handed: Handed, tmp_path: Path):
    report = fill_many(BUDGET, [*budgets("丙", "甲"), {"學校名稱": ""}], tmp_path / "out")
    (tmp_path / "out" / "別的.docx").write_bytes(b"not of this batch")
    target = tmp_path / "全部.pdf"
    assert merge_files(report, tmp_path / "out", target, dated=DAY) == []
    assert handed.names == [f"花蓮縣{name}國小_經費概算表.docx" for name in ("丙", "甲")]
    assert pdf_texts(target.read_bytes()) == ["p0", "p1"]
    with pytest.raises(FileProblemError, match="已經存在"):
        merge_files(report, tmp_path / "out", target)
    merge_files(report, tmp_path / "out", target, overwrite=True, odd_pages=True, dated=DAY)
    assert pdf_texts(target.read_bytes()) == ["p0", "", "p1"]


@pytest.mark.parametrize(
    ("form", "more"),
    [(BUDGET, ()), (BUDGET, ("--overwrite",)), (PLAN, ()), (PLAN, ("--name", "{學校}.zip"))],
)
def test_pdf_are_made_of_what_is_filled_as_odt(
    handed: Handed, jingjin, monkeypatch, form: str, more: tuple[str, ...], tmp_path: Path
):
    monkeypatch.setenv(soffice.VARIABLE, sys.executable)  # it is asked for, and not started
    rows = budgets("乙", "甲") if form == BUDGET else schools(PLAN, "乙", "甲")
    lines = [json.dumps(row, default=str, ensure_ascii=False) + "\n" for row in rows]
    (tmp_path / "名冊.jsonl").write_text("".join(lines), encoding="utf-8")
    command = ("batch", "名冊.jsonl", "--form", form, "--merge", "全部.pdf", *more)
    assert "已合併" in jingjin(*command).out
    assert len(handed.odt) == (2 if form == BUDGET else 6)
    for name, odt in handed.odt.items():
        assert (odt is None) == name.endswith("送件清單.docx")
    assert not [path for path in (tmp_path / "out").rglob("*") if path.suffix == ".odt"]
    if not more:  # what was there before may have been changed in Word
        (tmp_path / "全部.pdf").unlink()
        assert "已合併" in jingjin(*command, "--skip").out
        assert set(handed.odt.values()) == {None}


@pytest.mark.parametrize("name", ["{學校}", "{學校}.zip"])
def test_packets_in_the_order_of_their_list(name: str, handed: Handed, tmp_path: Path):
    rows = schools(PLAN, "乙", "甲")
    report = fill_many(PLAN, rows, tmp_path / "out", name=name)
    if name == "{學校}":
        (tmp_path / "out" / "乙國小" / "核章掃描.pdf").write_bytes(b"somebody's own")
    assert merge_files(report, tmp_path / "out", tmp_path / "全部.pdf", dated=DAY) == []
    words = [path.partition("國小")[0] + path.rpartition("_")[2] for path in handed.names]
    papers = ["送件清單.docx", "審查作業表.docx", "學校本位計畫.docx"]
    assert len(words) == 6
    assert [w.rpartition("/")[2].removeprefix("乙").removeprefix("甲") for w in words] == papers * 2
    assert handed.names[0].startswith("乙國小")
    assert len(pdf_texts((tmp_path / "全部.pdf").read_bytes())) == 6


def test_what_is_no_paper_to_merge_is_told(handed: Handed, tmp_path: Path):
    sample = SAMPLES / f"{RESULTS}.yaml"
    own = {**read_facts(sample)["自備"]}
    for name, content in {"效益.pdf": pdf("own 1", "own 2"), "期中.pdf": b"%PDF-broken"}.items():
        (tmp_path / name).write_bytes(content)
    own |= {"效益評估表": str(tmp_path / "效益.pdf"), "期中檢核表": str(tmp_path / "期中.pdf")}
    rows = [dict(read_facts(sample)) | {"自備": own}]
    report = fill_many(RESULTS, rows, tmp_path / "out", folder=sample.parent, name="甲")
    told = merge_files(report, tmp_path / "out", tmp_path / "全部.pdf", dated=DAY)
    assert [line.rpartition("，沒有")[0].rpartition("_")[2] for line in told] == [
        "簽到表.png」不是 Word 檔或 PDF",
        "期中檢核表.pdf」打不開（損壞，或有密碼）",
    ]
    pages = pdf_texts((tmp_path / "全部.pdf").read_bytes())
    assert len(pages) == len(handed.names) + 2
    at = pages.index("own 1")
    assert pages[at + 1] == "own 2"


def test_a_packet_in_one_word_file_without_what_is_none(tmp_path: Path):
    (tmp_path / "效益.pdf").write_bytes(pdf("own"))
    sample = SAMPLES / f"{RESULTS}.yaml"
    given = dict(read_facts(sample))
    own = {**given["自備"], "效益評估表": str(tmp_path / "效益.pdf")}
    report = fill_many(
        RESULTS, [given | {"自備": own}], tmp_path / "out", folder=sample.parent, name="甲"
    )
    told = merge_files(report, tmp_path / "out", tmp_path / "全部.docx", dated=DAY, odd_pages=True)
    assert {line.rpartition("_")[2] for line in told} >= {
        "簽到表.png」不是 Word 檔，沒有併進去；請另外列印。",
        "效益評估表.pdf」不是 Word 檔，沒有併進去；請另外列印。",
    }
    made = printed((tmp_path / "全部.docx").read_bytes())
    papers = sorted((tmp_path / "out" / "甲").glob("*.docx"))
    texts = [text.text for path in papers for text in printed(path.read_bytes()).texts]
    assert len(made.texts) > 50
    assert {text.text for text in made.texts} <= set(texts)


def test_a_paper_that_was_taken_away_is_told(handed: Handed, tmp_path: Path):
    report = fill_many(PLAN, schools(PLAN, "甲", "乙"), tmp_path / "out", name="{學校}")
    (lost,) = (tmp_path / "out" / "甲國小").glob("*審查作業表.docx")
    lost.unlink()
    (tmp_path / "out" / "乙國小" / "送件清單.docx").unlink()
    first, second = merge_files(report, tmp_path / "out", tmp_path / "全部.pdf", dated=DAY)
    assert first == f"「甲國小/{lost.name}」不見了，沒有併進去。"
    assert second.endswith("乙國小」裡沒有 送件清單.docx，不知道有哪些文件。")
    assert len(handed.names) == 2


def test_what_cannot_be_converted_is_told_and_nothing_is_no_file(handed: Handed, tmp_path: Path):
    report = fill_many(BUDGET, budgets("甲", "壞"), tmp_path / "out")
    (told,) = merge_files(report, tmp_path / "out", tmp_path / "a.pdf", dated=DAY)
    assert told == "「花蓮縣壞國小_經費概算表.docx」無法轉成 .pdf，沒有併進去：打不開。"
    assert len(handed.names) == 1
    bad = fill_many(BUDGET, budgets("壞"), tmp_path / "bad")
    with pytest.raises(FileProblemError, match="沒有可以合併的文件"):
        merge_files(bad, tmp_path / "bad", tmp_path / "b.pdf")
    assert not (tmp_path / "b.pdf").exists()


@pytest.mark.parametrize(
    ("arguments", "fault"),
    [
        (("--merge", "全部.xlsx"), "--merge「全部.xlsx」的副檔名要是 .pdf 或 .docx"),
        (("--merge", "沒有/全部.docx"), "資料夾「沒有」不存在，請先建立"),
        (
            ("--merge", "名冊.docx", "-o", "名冊.csv"),
            "無法建立資料夾「名冊.csv」：已經有同名的檔案",
        ),
        (("--merge", "a.pdf", "--check"), "--check 不產生檔案，不能與 --merge 一起用"),
        (("--merge", "a.pdf", "-o", "memory://x/y"), "不在本機，不能與 --merge 一起用"),
        (("--odd-pages",), "--odd-pages 要和 --merge 一起用"),
        (("--merge", "有.pdf"), "已經存在，沒有覆寫"),
    ],
)
def test_bad_options_are_said_before_anything_is_made(
    jingjin, arguments: tuple[str, ...], fault: str, tmp_path: Path
):
    (tmp_path / "名冊.csv").write_text("學校名稱\n花蓮縣甲國小\n", encoding="utf-8")
    (tmp_path / "有.pdf").write_bytes(b"")
    told = jingjin("batch", "名冊.csv", "--form", BUDGET, *arguments)
    assert told.code == 1
    assert fault in told.err
    assert not (tmp_path / "out").exists()


@needs_soffice
@pytest.mark.slow
def test_real_papers_each_on_a_sheet_of_its_own(jingjin, tmp_path: Path):
    (tmp_path / "名冊.csv").write_text("學校名稱\n花蓮縣甲國小\n花蓮縣乙國小\n", encoding="utf-8")
    merged = ("--merge", "全部.pdf", "--odd-pages")
    done = jingjin("batch", "名冊.csv", "--form", BUDGET, "--on", "112年3月10日", *merged)
    assert "已合併 全部.pdf" in done.out
    one, blank, two = pdf_texts((tmp_path / "全部.pdf").read_bytes())
    assert ("甲國小" in one, blank, "乙國小" in two) == (True, "", True)
