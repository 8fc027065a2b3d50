"""How papers are handed in: on the 送件清單, the screen and as JSON."""

import json
from dataclasses import replace
from io import StringIO
from pathlib import Path

from rich.console import Console

from jingjin_forms.checks import Finding, Severity
from jingjin_forms.packets.application import Delivery
from jingjin_forms.packets.checklist import checklist
from jingjin_forms.packets.delivering import deliveries_of
from jingjin_forms.packets.packet import Packet
from jingjin_forms.packets.tables import delivery_table, packet_json
from jingjin_forms.programmes.school_based.source import PLAN as TEXT
from tests.helpers import docx_text
from tests.packets.test_packet import PLAN, packet

MAILED = Delivery(how="紙本", copies="1式1份，裝訂成冊", to="課程教學科")
UPLOADED = Delivery(how="上傳", to="申請計畫網站", clause=TEXT["十三(一)"])


def going(*ways: tuple[Delivery, ...]) -> Packet:
    """The sample, its papers handed in so."""
    made = packet(PLAN)
    papers = (
        replace(paper, paper=replace(paper.paper, deliveries=way))
        for paper, way in zip(made.papers, ways, strict=True)
    )
    return replace(made, papers=tuple(papers))


def test_a_row_for_each_way_with_all_that_go_it():
    made = going((MAILED, UPLOADED), (MAILED,))
    rows = [(way.how, titles) for way, titles in deliveries_of(made.papers)]
    assert rows == [("紙本", "審查作業表、實施計畫"), ("上傳", "審查作業表")]
    assert deliveries_of(going((), ()).papers) == []


def test_ways_that_differ_stand_apart():
    other = replace(MAILED, copies="1式2份")
    rows = [titles for _, titles in deliveries_of(going((MAILED,), (other,)).papers)]
    assert rows == ["審查作業表", "實施計畫"]


def test_the_paper_s_clause_counts_where_the_way_has_none():
    mailed, uploaded = (way for way, _ in deliveries_of(going((MAILED, UPLOADED), ()).papers))
    assert (mailed.clause, uploaded.clause) == (TEXT["十三(四)"], TEXT["十三(一)"])


def test_on_the_list(tmp_path: Path):
    listed = docx_text(going((MAILED, UPLOADED), (MAILED,)).save(tmp_path).paths[0].read_bytes())
    assert {"送件方式", "份數與裝訂", "1式1份，裝訂成冊", "課程教學科", "申請計畫網站"} <= {*listed}
    assert any(text.startswith("審查作業表、實施計畫") for text in listed)
    assert (listed.count("紙本"), listed.count("上傳")) == (1, 1)
    silent = docx_text(going((), ()).save(tmp_path / "無").paths[0].read_bytes())
    assert "送件方式" not in silent


def listed_in(*findings: Finding) -> list[str]:
    return docx_text(checklist("甲", "乙", None, [], [], findings).to_bytes())


def test_how_a_text_is_read_is_on_the_list():
    found = Finding(Severity.WARNING, "「雜支」", "太多", TEXT["十三(一)"], note="含雜支")
    listed = listed_in(found)
    assert any(text.endswith("」（說明：含雜支）") for text in listed)
    assert not any("說明：" in t for t in listed_in())


def test_on_the_screen():
    out = StringIO()
    Console(width=200, file=out).print(delivery_table(going((UPLOADED,), (MAILED,)).papers))
    for words in ("上傳", "申請計畫網站", "十三(一)", "紙本", "裝訂成冊", "實施計畫"):
        assert words in out.getvalue()


def test_as_json(tmp_path: Path):
    saved = going((MAILED, UPLOADED), ()).save(tmp_path)
    told = json.loads(packet_json(saved, None))
    assert [list(told), told["findings"]] == [
        ["application", "files", "papers", "deadlines", "findings"],
        [],
    ]
    sheet, plan = told["papers"]
    assert sheet["file"] == told["files"][1]
    assert (sheet["title"], sheet["state"], plan["deliveries"]) == ("審查作業表", "made", [])
    assert [(way["how"], way["copies"], way["to"]) for way in sheet["deliveries"]] == [
        ("紙本", "1式1份，裝訂成冊", "課程教學科"),
        ("上傳", "", "申請計畫網站"),
    ]
    assert sheet["deliveries"][0]["clause"] is None
    assert sheet["deliveries"][1]["clause"]["number"] == "十三(一)"
    (due,) = told["deadlines"]
    assert (due["day"], due["hour"], due["over"], due["rule"]) == (
        *("2023-03-17", "下午5時", None, "A15"),
    )


def test_a_paper_whose_name_is_taken_has_no_file(tmp_path: Path):
    made = packet(PLAN)
    papers = tuple(replace(paper, file_name="a.docx") for paper in made.papers)
    told = json.loads(packet_json(replace(made, papers=papers).save(tmp_path), None))
    assert [paper["file"] for paper in told["papers"]] == [str(tmp_path / "a.docx"), None]
    assert [found["paper"] for found in told["findings"]] == ["實施計畫"]
