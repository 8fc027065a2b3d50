"""附件五 計畫三申請表: boxes ticked by what stands behind them, rows that grow, the team."""

from typing import Any

import pytest

from jingjin_forms.programmes.active_teaching.forms.partnership_application import (
    PartnershipApplication,
)
from tests.helpers import docx_text, table_texts

HEAD, TEACHERS, TEAM, MEMBERS, PLAN = range(5)


def form(**facts: Any) -> PartnershipApplication:
    return PartnershipApplication(school="甲國小", **facts)


def table(application: PartnershipApplication, number: int) -> list[list[str]]:
    return table_texts(application.to_bytes())[number]


@pytest.mark.parametrize(
    ("field", "number", "least"), [("teachers", TEACHERS, 6), ("team_members", MEMBERS, 3)]
)
@pytest.mark.parametrize("more", [-1, 0, 1])
def test_rows_of_people(field: str, number: int, least: int, more: int):
    for given in (0, least + more):
        people = [{"姓名": f"第{n}人"} for n in range(1, given + 1)]
        rows = table(form(**{field: people}), number)[2:]
        printed = max(given, least)
        assert [row[0] for row in rows] == [str(n) for n in range(1, printed + 1)]
        assert [row[1] for row in rows] == [p["姓名"] for p in people] + [""] * (printed - given)


def test_boxes_and_e_mail_of_a_teacher():
    teacher = {"姓名": "林若水", "領域": "國、其他", "其他領域": "本土語文", "電子郵件": "a@b.tw"}
    first, second = table(form(teachers=[teacher]), TEACHERS)[2:4]
    assert first[4:] == ["■國 □英 □數 □自 □社\n□科技 □藝 □健 □綜\n■其他：本土語文", "a@b.tw"]
    assert second[4:] == ["□國 □英 □數 □自 □社\n□科技 □藝 □健 □綜\n□其他：", ""]


@pytest.mark.parametrize(
    ("scope", "printed"),
    [
        ({}, "□年級：_____  □校本課程  □領域：_____|□議題：_____  □跨領域：_____"),
        (
            {"範圍": "校本課程"},
            "□年級：_____  ■校本課程  □領域：_____|□議題：_____  □跨領域：_____",
        ),
        (
            {"年級": "五年級", "跨領域": "自然與藝術"},
            "■年級：五年級  □校本課程  □領域：_____|□議題：_____  ■跨領域：自然與藝術",
        ),
        (
            {"範圍": ["領域", "議題"], "議題": "海洋"},
            "□年級：_____  □校本課程  ■領域：_____|■議題：海洋  □跨領域：_____",
        ),
    ],
)
def test_scope_is_ticked_when_chosen_or_described(scope: dict[str, Any], printed: str):
    assert table(form(scope=scope), PLAN)[0][1] == printed


@pytest.mark.parametrize(
    ("facts", "cells"),
    [
        ({}, ["分校/分班：□分校名稱_____", "□分班名稱_____"]),
        ({"branch_name": "潮汐分校"}, ["分校/分班：■分校名稱 潮汐分校", "□分班名稱_____"]),
        ({"branch_class_name": "礁岩分班"}, ["分校/分班：□分校名稱_____", "■分班名稱 礁岩分班"]),
    ],
)
def test_a_branch_is_ticked_by_its_name(facts: dict[str, str], cells: list[str]):
    assert table(form(**facts), HEAD)[1] == cells


def test_a_school_by_itself_prints_the_team_as_on_the_blank_paper():
    rows = table(form(approach="由學校自行規劃"), TEAM)
    assert rows[0] == ["辦理方式：□由大學團隊協助  ■由學校自行規劃(大學團隊欄位免填)"]
    assert rows[1:] == table(form(), TEAM)[1:]
    assert rows[1] == ["提供協助之大學團隊：○○大學○○系(所)○○教師專業團隊"]
    assert rows[-1] == [""] * 6


def test_what_is_given_is_printed_even_where_the_paper_asks_for_nothing():
    alone = form(approach="由學校自行規劃", university_team="乙大學團隊", curriculum="甲課程")
    printed = docx_text(alone.to_bytes())
    assert "提供協助之大學團隊：乙大學團隊" in printed
    assert "甲課程" in printed


def test_assessment_and_effect_share_a_cell():
    rows = table(form(assessment="實作評量", expected_effect="完成三冊"), PLAN)
    assert ["學生學習評量\n及預期成效", "實作評量|完成三冊"] in rows
