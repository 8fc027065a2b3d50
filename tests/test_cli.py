"""The `jingjin` command: what it says, where, and with which exit code."""

import errno
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from jingjin_forms import get_form, list_forms, load
from jingjin_forms.checks.kinds import deadlines_among
from jingjin_forms.errors import FileProblemError
from jingjin_forms.files import writing
from jingjin_forms.forms.catalog import get_programme
from jingjin_forms.forms.programme import programmes
from jingjin_forms.programmes.school_based.forms.budget_estimate import BudgetEstimate
from jingjin_forms.tables import TableRow
from tests.helpers import SAMPLES, docx_text

FACTS = """\
表件: school_based/budget_estimate
學校名稱: 花蓮縣宜昌國小
學年度: 112
經費項目:
  - 項目: 講師費
    單價: 1,000
    數量: 6
"""


class TestAmount:
    @pytest.mark.parametrize(
        ("arguments", "shown"),
        [
            (["15000"], "壹萬伍仟元整"),
            (["15,000元"], "壹萬伍仟元整"),
            (["１０５"], "壹佰零伍元整"),
            (["--slots", "105"], "壹佰零拾伍元整"),
            (["0"], "零元整"),
            (["壹萬伍仟元整"], "15,000"),
            (["新臺幣叁佰元正"], "300"),
            (["零元整"], "0"),
        ],
    )
    def test_both_ways(self, jingjin, arguments: list[str], shown: str):
        result = jingjin("amount", *arguments)
        assert (result.code, result.out, result.err) == (0, f"{shown}\n", "")

    @pytest.mark.parametrize("number", ["x", "", "2,0000", "1.5", "壹萬伍", "9" * 5000])
    def test_what_is_no_amount(self, jingjin, number: str):
        result = jingjin("amount", number)
        assert (result.code, result.out) == (1, "")
        assert result.err.startswith("錯誤：")
        assert result.err.count("\n") == 1


class TestLooking:
    def test_list(self, jingjin):
        result = jingjin("list")
        assert (result.code, result.err) == (0, "")
        for form in list_forms():
            assert form.key in result.out
            assert form.title in result.out

    @pytest.mark.parametrize("form", list_forms(), ids=lambda form: form.key)
    def test_show(self, jingjin, form: type):
        result = jingjin("show", form.key)
        assert (result.code, result.err) == (0, "")
        for field in form.model_fields.values():
            assert str(field.title) in result.out

    def test_help(self, jingjin):
        assert jingjin("-h").code == jingjin("fill", "--help").code == 0

    def test_an_unknown_form(self, jingjin):
        result = jingjin("show", "提要")
        assert (result.code, result.out) == (1, "")
        assert result.err == "錯誤：沒有「提要」這張表件；是不是：提要表？\n"

    @pytest.mark.parametrize(
        "arguments",
        [["nosuch"], ["amount"], ["fill"], ["list", "--nosuch"], ["amount", "1", "2"], []],
    )
    def test_wrong_usage(self, jingjin, arguments: list[str]):
        assert jingjin(*arguments).code == 2


class TestNew:
    def test_on_the_screen_and_into_a_file(self, jingjin, tmp_path: Path):
        shown = jingjin("new", "經費概算表")
        assert shown.out.startswith("# 表 1-1 經費概算表（花蓮縣 學校本位進修）")
        result = jingjin("new", "經費概算表", "-o", "表.yaml")
        assert (result.code, result.out) == (0, "已產生 表.yaml\n")
        assert (tmp_path / "表.yaml").read_text(encoding="utf-8") == shown.out

    def test_keeps_what_exists(self, jingjin, tmp_path: Path):
        (tmp_path / "表.yaml").write_text("mine")
        assert jingjin("new", "提要表", "-o", "表.yaml").code == 1
        assert (tmp_path / "表.yaml").read_text() == "mine"
        assert jingjin("new", "提要表", "-o", "表.yaml", "--overwrite").code == 0
        assert jingjin("new", "提要表", "-o", "表.txt").code == 1
        assert sorted(path.name for path in tmp_path.iterdir()) == ["表.yaml"]


class TestFill:
    def test_beside_the_facts_or_where_asked(self, jingjin, tmp_path: Path):
        (tmp_path / "a.yaml").write_text(FACTS, encoding="utf-8")
        result = jingjin("fill", "a.yaml")
        assert (result.code, result.out, result.err) == (0, "已產生 a.docx\n", "")
        assert jingjin("fill", "a.yaml", "-o", "b.docx").code == 0
        content = (tmp_path / "a.docx").read_bytes()
        assert content == (tmp_path / "b.docx").read_bytes()
        assert "陸仟元整" in "".join(docx_text(content))

    def test_findings_are_told_and_the_file_is_made(self, jingjin, tmp_path: Path):
        (tmp_path / "a.yaml").write_text(f"{FACTS}    總價: 1\n", encoding="utf-8")
        result = jingjin("fill", "a.yaml")
        assert (result.code, result.out) == (0, "已產生 a.docx\n")
        assert result.err == (
            "[錯誤] 經費項目第 1 項「總價」：填的是 1，依其他欄位算出是 6,000，紙上印後者。\n"
        )

    def test_bad_facts_leave_nothing_behind(self, jingjin, tmp_path: Path):
        (tmp_path / "a.yaml").write_text(f"{FACTS}雜支: 很多\n學年: 112\n", encoding="utf-8")
        result = jingjin("fill", "a.yaml", "--overwrite")
        assert (result.code, result.out) == (1, "")
        assert result.err.startswith("錯誤：經費概算表有 2 個問題：\n  1. 「雜支」：")
        assert [path.name for path in tmp_path.iterdir()] == ["a.yaml"]

    def test_keeps_what_exists(self, jingjin, tmp_path: Path):
        (tmp_path / "a.yaml").write_text(FACTS, encoding="utf-8")
        (tmp_path / "a.docx").write_bytes(b"mine")
        result = jingjin("fill", "a.yaml")
        assert (result.code, result.out) == (1, "")
        assert result.err == "錯誤：「a.docx」已經存在，沒有覆寫。要覆寫請加 --overwrite。\n"
        assert (tmp_path / "a.docx").read_bytes() == b"mine"
        assert jingjin("fill", "a.yaml", "--overwrite").code == 0
        assert (tmp_path / "a.docx").read_bytes() != b"mine"

    def test_facts_that_do_not_name_their_form(self, jingjin, tmp_path: Path):
        (tmp_path / "a.yaml").write_text("學校名稱: 甲國小\n", encoding="utf-8")
        assert "沒有寫明是哪一張表件" in jingjin("fill", "a.yaml").err
        assert jingjin("fill", "a.yaml", "--form", "提要表").code == 0

    @pytest.mark.parametrize("path", ["nosuch.yaml", "roster.csv", ".", "", "a\x01.yaml"])
    def test_no_such_facts(self, jingjin, path: str):
        result = jingjin("fill", path)
        assert result.code == 1
        assert result.err.startswith("錯誤：")


class TestDemo:
    def test_one_file_per_form_and_nothing_else(self, jingjin, tmp_path: Path):
        result = jingjin("demo")
        assert result.code == 0
        files = [path for path in (tmp_path / "demo").rglob("*") if path.is_file()]
        assert len(files) == len(list_forms())
        assert {path.suffix for path in files} == {".docx"}
        names = {str(path.relative_to(tmp_path)) for path in files}
        assert {line.removeprefix("已產生 ") for line in result.out.splitlines()} == names
        for form in list_forms():
            assert any(form.title in path.name for path in files)

    def test_keeps_what_exists_and_tells_what_was_made(self, jingjin, tmp_path: Path):
        jingjin("demo", "-o", "d")
        first = list_forms()[0]
        name = f"{first.annex} {first.title}.docx".lstrip()
        made = Path("d", first.key.split("/")[0], name)
        (tmp_path / made).unlink()
        result = jingjin("demo", "-o", "d")
        assert result.code == 1
        assert result.out == f"已產生 {made}\n"
        assert result.err.strip().startswith("錯誤：")
        assert jingjin("demo", "-o", "d", "--overwrite").code == 0

    def test_where_no_folder_can_be(self, jingjin, tmp_path: Path):
        (tmp_path / "d").write_text("a file")
        result = jingjin("demo", "-o", "d")
        assert result.code == 1
        assert "無法建立資料夾" in result.err


def python(*arguments: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        check=False,
    )


@pytest.mark.parametrize("encoding", ["ascii", "cp950", "utf-8"])
def test_any_encoding_and_python_m(tmp_path: Path, encoding: str):
    for arguments, code in (
        (["amount", "☃"], 1),
        (["show", "附件九"], 0),
        (["amount", "15000"], 0),
    ):
        run = python("-m", "jingjin_forms", *arguments, folder=tmp_path, PYTHONIOENCODING=encoding)
        assert run.returncode == code
        assert b"Traceback" not in run.stderr
    # click takes a terminal that says ascii for one that was never set up, and writes UTF-8
    assert run.stdout.strip().decode(encoding.replace("ascii", "utf-8")) == "壹萬伍仟元整"


def test_skeleton_to_word(jingjin, tmp_path: Path):
    jingjin("new", "表 1-1", "-o", "a.yaml")
    path = tmp_path / "a.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("學校名稱:", "學校名稱: 甲國小", 1))
    assert jingjin("fill", "a.yaml").code == 0
    assert load(path) == BudgetEstimate(school="甲國小")


class TestCheck:
    def test_a_finding_with_its_clause(self, jingjin, tmp_path: Path):
        Path("facts.yaml").write_text(FACTS + "雜支: 361\n", encoding="utf-8")
        result = jingjin("check", "facts.yaml", "--on", "112年3月10日")
        assert result.code == 1
        assert "雜支 361 元，上限是小計 6,000 元之 6%（360 元），超過 1 元" in result.out
        assert "以小計金額之 6%為限" in result.out

    def test_right_facts(self, jingjin):
        Path("facts.yaml").write_text(FACTS + "雜支: 360\n", encoding="utf-8")
        result = jingjin("check", "facts.yaml")
        assert (result.code, result.out) == (0, "沒有發現問題。\n")

    def test_a_reminder_is_no_error(self, jingjin):
        text = FACTS.replace("1,000", "5,001")
        Path("facts.yaml").write_text(text, encoding="utf-8")
        result = jingjin("check", "facts.yaml")
        assert result.code == 0
        assert "提醒" in result.out

    def test_json_for_programs(self, jingjin):
        Path("facts.yaml").write_text(FACTS + "雜支: 361\n", encoding="utf-8")
        result = jingjin("check", "facts.yaml", "--json")
        assert result.code == 1
        (found,) = json.loads(result.out)
        assert (found["severity"], found["rule"]) == ("error", "A09")
        assert found["clause"]["number"] == "表 1-1 雜支"

    def test_form_and_day(self, jingjin):
        path = Path("facts.yaml")
        facts = "學校名稱: 花蓮縣吉安鄉宜昌國小\n學年度: 112\n班級數: 12\n教師數: 24\n"
        path.write_text(facts, encoding="utf-8")
        assert jingjin("check", "facts.yaml", "--form", "審查作業表", "--on", "112/3/17").code == 0
        late = jingjin("check", "facts.yaml", "--form", "審查作業表", "--on", "112/4/8")
        assert late.code == 1
        assert "已經過了 1 天" in late.out
        wrong = jingjin("check", "facts.yaml", "--form", "審查作業表", "--on", "三月")
        assert wrong.code == 1
        assert "三月" in wrong.err

    def test_facts_that_make_no_form(self, jingjin):
        Path("facts.yaml").write_text(FACTS + "雜費: 361\n", encoding="utf-8")
        result = jingjin("check", "facts.yaml")
        assert result.code == 1
        assert "是不是「雜支」" in result.err

    def test_a_packet(self, jingjin):
        sample = SAMPLES / "packets/school_based/application.yaml"
        assert jingjin("check", str(sample), "--on", "112年3月17日").code == 0
        assert jingjin("check", str(sample), "--on", "112年3月18日").code == 1

    def test_the_days_that_lie_ahead(self, jingjin):
        packet = SAMPLES / "packets/school_based/application.yaml"
        plan = get_form("實施計畫").sample_path()
        for given in (packet, plan):
            ahead = jingjin("check", str(given), "--on", "112年3月10日")
            assert "還有 7 天" in ahead.out
            assert "112年3月17日下午5時" in ahead.out
            assert "當天" in jingjin("check", str(given), "--on", "112-03-17 17:00").out
            assert "17:01 已經過了" in jingjin("check", str(given), "--on", "112-03-17 17:01").out
        over = jingjin("check", str(packet), "--on", "112-03-17 17:01")
        assert (over.code, "離送件的日子" in over.out) == (1, False)

    def test_as_json_is_the_findings_alone(self, jingjin):
        sample = SAMPLES / "packets/school_based/application.yaml"
        assert json.loads(jingjin("check", str(sample), "--json", "--on", "112年3月10日").out) == []


class TestRules:
    def test_as_json(self, jingjin):
        told = json.loads(jingjin("rules", "school_based", "--json").out)
        rules = get_programme("school_based").editions[-1].rules
        assert len(told) == len(rules)
        assert {rule["code"] for rule in told} == {rule.code for rule in rules}
        assert all(rule["clause"]["text"] and "note" in rule for rule in told)

    def test_all_rules_of_a_programme(self, jingjin):
        for name in ("school_based", "花蓮縣 學校本位進修"):
            result = jingjin("rules", name)
            assert result.code == 0
            for rule in get_programme("school_based").editions[-1].rules:
                assert rule.number in result.out
            assert "單價以 100元為限。" in result.out

    def test_unknown_programme(self, jingjin):
        result = jingjin("rules", "沒有")
        assert result.code == 1
        assert "school_based（花蓮縣 學校本位進修）" in result.err

    def test_show_lists_the_rules_of_a_form(self, jingjin):
        assert "印刷費不超過計畫總經費 30%" in jingjin("show", "經費概算表").out

    def test_calendar(self, jingjin):
        result = jingjin("calendar", "school_based")
        days = ["112年3月17日下午5時", "112年4月7日", "113年7月15日"]
        assert sorted(days, key=result.out.index) == days

    def test_a_calendar_is_never_an_empty_table(self, jingjin):
        for programme in programmes():
            told = jingjin("calendar", programme.name)
            assert told.code == 0
            has_any = any(deadlines_among(e.rules) for e in programme.editions)
            assert ("沒有寫明期限" in told.out, "事項" in told.out) == (not has_any, has_any)


class TestPacket:
    def test_papers_list_and_archive(self, jingjin):
        sample = SAMPLES / "packets/school_based/application.yaml"
        result = jingjin("packet", str(sample), "-o", "送件", "--zip", "--on", "112年3月10日")
        assert result.code == 0
        assert {path.suffix for path in Path("送件").iterdir()} == {".docx", ".zip"}
        assert result.out.count("已產生") == 4
        again = jingjin("packet", str(sample), "-o", "送件", "--on", "112年3月10日")
        assert again.code == 1
        assert "已經有" in again.err
        assert again.err.endswith("沒有覆寫。要覆寫請加 --overwrite。\n")

    def test_as_json(self, jingjin):
        sample = SAMPLES / "packets/school_based/application.yaml"
        result = jingjin("packet", str(sample), "-o", "送件", "--json", "--on", "112年3月18日")
        assert result.code == 1
        told = json.loads(result.out)
        assert Path(told["files"][0]).name == "送件清單.docx"
        assert [paper["title"] for paper in told["papers"]] == ["審查作業表", "實施計畫"]
        assert [found["rule"] for found in told["findings"]] == ["A15"]
        assert [due["over"] for due in told["deadlines"]] == [True]

    def test_bad_facts_make_what_can_be_made(self, jingjin):
        sample = SAMPLES / "packets/school_based/application.yaml"
        text = sample.read_text(encoding="utf-8").replace("班級數: 12", "班級數: 十二")
        Path("a.yaml").write_text(text, encoding="utf-8")
        result = jingjin("packet", "a.yaml", "-o", "送件", "--on", "112年3月10日")
        assert result.code == 1
        assert "班級數" in result.out
        assert sum("學校本位計畫" in path.name for path in Path("送件").iterdir()) == 1

    def test_new_makes_its_skeleton(self, jingjin):
        assert jingjin("new", "school_based/results", "-o", "a.yaml").code == 0
        text = Path("a.yaml").read_text(encoding="utf-8")
        assert "送件: school_based/results" in text
        assert "  簽到表:" in text
        assert "  - 場次:" in text
        assert "school_based/results" in jingjin("list").out


class TestBatch:
    ROWS = "學校名稱,雜支\n花蓮縣甲國小,\n花蓮縣乙國小,一點\n"

    def test_a_table_to_files(self, jingjin):
        Path("名冊.csv").write_text(self.ROWS, encoding="utf-8")
        result = jingjin("batch", "名冊.csv", "--form", "經費概算表", "-o", "out")
        assert result.code == 1  # one row is wrong
        assert [p.name for p in Path("out").iterdir()] == ["花蓮縣甲國小_經費概算表.docx"]
        assert "共 2 列：已產生 1、有錯，未產生 1" in result.out
        assert "第 3 列 花蓮縣乙國小：「雜支」：" in result.err
        assert Path("名冊_報告1.xlsx").exists()

    def test_check_only(self, jingjin):
        Path("名冊.csv").write_text("學校名稱\n花蓮縣甲國小\n", encoding="utf-8")
        arguments = ("--form", "經費概算表", "--check", "--report", "r.json")
        result = jingjin("batch", "名冊.csv", *arguments)
        assert result.code == 0
        assert not Path("out").exists()
        assert json.loads(Path("r.json").read_text(encoding="utf-8"))[0]["outcome"] == "已檢核"

    def test_two_processes_and_an_archive(self, jingjin):
        text = "學校名稱\n" + "".join(f"花蓮縣第{n}國小\n" for n in range(1, 121))
        Path("名冊.csv").write_text(text, encoding="utf-8")
        arguments = ("--form", "經費概算表", "-o", "out", "--jobs", "2", "--zip", "全部.zip")
        assert jingjin("batch", "名冊.csv", *arguments).code == 0
        assert len(list(Path("out").iterdir())) == 120
        assert Path("全部.zip").exists()
        again = jingjin("batch", "名冊.csv", "--form", "經費概算表", "-o", "out", "--skip")
        assert "已存在，略過 120" in again.out
        assert "--overwrite" not in again.err

    def test_files_that_are_there_are_refused_in_the_words_of_the_command(self, jingjin):
        Path("名冊.csv").write_text("學校名稱\n花蓮縣甲國小\n", encoding="utf-8")
        arguments = ("batch", "名冊.csv", "--form", "經費概算表", "-o", "out", "--report")
        jingjin(*arguments, "1.json")
        file = Path("out/花蓮縣甲國小_經費概算表.docx")
        file.write_bytes(b"mine")
        again = jingjin(*arguments, "2.json")
        assert (again.code, file.read_bytes()) == (1, b"mine")
        assert "要略過請加 --skip，要覆寫請加 --overwrite" in again.err
        told = again.err + again.out + Path("2.json").read_text(encoding="utf-8")
        assert "已經存在，沒有覆寫" in told
        assert "overwrite=True" not in told
        assert jingjin(*arguments, "3.json", "--overwrite").code == 0

    def test_skip_and_overwrite_are_two_things(self, jingjin):
        Path("名冊.csv").write_text(self.ROWS, encoding="utf-8")
        result = jingjin("batch", "名冊.csv", "--form", "經費概算表", "--skip", "--overwrite")
        assert result.code == 1
        assert "只能用一個" in result.err

    def test_a_column_that_is_none_is_refused_before_anything_is_made(self, jingjin):
        Path("名冊.csv").write_text("學校名稱,雜費\n甲國小,1\n", encoding="utf-8")
        result = jingjin("batch", "名冊.csv", "--form", "經費概算表")
        assert result.code == 1
        assert "雜支" in result.err
        assert not Path("out").exists()

    @pytest.mark.parametrize("overwrite", [(), ("--overwrite",)])
    @pytest.mark.parametrize(
        ("arguments", "told"),
        [
            (("--report", "r.txt"), "副檔名要是 .xlsx 或 .html 或 .csv 或 .json"),
            (("--report", "沒有/r.xlsx"), "「沒有」不存在，請先建立"),
            (("--report", "folder.xlsx"), "是一個資料夾"),
            (("--report", "名冊.json"), "就是名冊"),
            (("--report", "./d/../名冊.json"), "就是名冊"),
            (("--report", "hard.json"), "就是名冊"),
            (("--report", "soft.json"), "就是名冊"),
            (("--report", "名冊.json/r.json"), "不是資料夾"),
            (("--zip", "all.rar"), "副檔名要是 .zip"),
            (("--zip", "沒有/all.zip"), "「沒有」不存在，請先建立"),
            (("--zip", "名冊.json"), "副檔名要是 .zip"),
            (("--zip", "all.zip", "--check"), "不能與 --zip 一起用"),
            (("--zip", "all.zip", "-o", "memory://x/y"), "不能與 --zip 一起用"),
        ],
    )
    def test_outputs_are_looked_at_before_the_first_row(self, jingjin, overwrite, arguments, told):
        Path("名冊.json").write_text('[{"學校名稱": "甲國小"}]', encoding="utf-8")
        Path("d").mkdir()
        Path("folder.xlsx").mkdir()
        os.link("名冊.json", "hard.json")
        Path("soft.json").symlink_to("名冊.json")
        before = sorted(os.listdir())
        start = ("batch", "名冊.json", "--form", "經費概算表")
        result = jingjin(*start, *arguments, *overwrite)
        assert result.code == 1
        assert told in result.err
        assert sorted(os.listdir()) == before

    @pytest.mark.parametrize("arguments", [("--report", "r.json"), ("--zip", "a.zip")])
    def test_what_exists_is_refused_before_the_first_row(self, jingjin, arguments):
        Path("名冊.csv").write_text("學校名稱\n甲國小\n", encoding="utf-8")
        Path(arguments[1]).write_text("mine")
        result = jingjin("batch", "名冊.csv", "--form", "經費概算表", *arguments)
        assert result.code == 1
        assert "已經存在" in result.err
        assert sorted(os.listdir()) == sorted(["名冊.csv", arguments[1]])
        assert Path(arguments[1]).read_text() == "mine"
        again = jingjin("batch", "名冊.csv", "--form", "經費概算表", *arguments, "--overwrite")
        assert again.code == 0

    def test_report_and_archive_within_the_new_folder(self, jingjin):
        Path("名冊.csv").write_text("學校名稱\n甲國小\n", encoding="utf-8")
        arguments = ("-o", "new/out", "--zip", "new/out/a.zip", "--report", "new/out/r.json")
        assert jingjin("batch", "名冊.csv", "--form", "經費概算表", *arguments).code == 0
        assert sorted(os.listdir("new/out")) == ["a.zip", "r.json", "甲國小_經費概算表.docx"]

    @pytest.mark.parametrize("arguments", [(), ("--report", "in/r.json")])
    def test_a_report_that_cannot_lie_where_it_should(self, jingjin, monkeypatch, arguments):
        Path("in").mkdir()
        Path("in/名冊.csv").write_text("學校名稱\n甲國小\n", encoding="utf-8")
        real = writing.write_temporary

        def full(path, *given, **more):
            if os.path.dirname(path) == "in":
                raise OSError(errno.ENOSPC, "full")
            return real(path, *given, **more)

        monkeypatch.setattr(writing, "write_temporary", full)
        start = ("batch", "in/名冊.csv", "--form", "經費概算表", "-o", "out")
        result = jingjin(*start, *arguments)
        assert result.code == 1
        assert "共 1 列：已產生 1" in result.out
        assert "磁碟空間不足" in result.err
        assert f"報告 {Path('out', '名冊_報告1.xlsx')}" in result.out
        assert {path.suffix for path in Path("out").iterdir()} == {".docx", ".xlsx"}

    def test_no_room_for_a_workbook_gives_json(self, jingjin, monkeypatch):
        def full(*_, **__):
            raise OSError(errno.ENOSPC, "full")

        Path("名冊.csv").write_text("學校名稱\n甲國小\n", encoding="utf-8")
        monkeypatch.setattr("openpyxl.worksheet._writer.create_temporary_file", full)
        result = jingjin("batch", "名冊.csv", "--form", "經費概算表")
        assert result.code == 1
        assert "暫存資料夾寫不進去" in result.err
        assert "報告 名冊_報告1.json" in result.out

    def test_a_table_that_breaks_off_still_has_its_report(self, jingjin, monkeypatch):
        def rows(*_):
            yield TableRow(2, "", {"學校名稱": "甲國小"}, ())
            raise FileProblemError("名冊讀到一半讀不下去。")

        monkeypatch.setattr("jingjin_forms.batch.filling.read_raw", rows)
        start = ("batch", "名冊.csv", "--form", "經費概算表", "--report", "r.json")
        result = jingjin(*start)
        assert result.code == 1
        assert "已產生 1" in result.out
        assert "名冊讀到一半讀不下去" in result.err
        assert len(json.loads(Path("r.json").read_text(encoding="utf-8"))) == 1

    def test_a_roster_to_fill(self, jingjin):
        result = jingjin("new", "經費概算表", "-o", "名冊.xlsx", "--rows", "20")
        assert result.code == 0
        assert Path("名冊.xlsx").exists()


class TestYears:
    """The blank paper and the rules of a 學年度; the day of handing in."""

    def test_a_blank_form_of_a_year(self, jingjin):
        assert jingjin("new", "經費概算表", "-o", "空白.docx", "--year", "112").code == 0
        assert "112學年度" in "".join(docx_text(Path("空白.docx").read_bytes()))

    def test_no_blank_form_of_a_year_whose_text_is_not_there(self, jingjin):
        result = jingjin("new", "經費概算表", "-o", "空白.docx", "--year", "114")
        assert result.code == 1
        assert "沒有 114學年度的空白經費概算表；有的是 112學年度" in result.err
        assert not Path("空白.docx").exists()

    def test_the_day_of_handing_in_when_filling(self, jingjin):
        sample = str(get_form("實施計畫").sample_path())
        early = jingjin("fill", sample, "-o", "a.docx", "--on", "112年3月17日")
        late = jingjin("fill", sample, "-o", "b.docx", "--on", "112年3月18日")
        assert "已經過了 1 天" not in early.err
        assert "已經過了 1 天" in late.err
        assert (early.code, late.code) == (0, 0)

    def test_the_rules_of_a_year(self, jingjin):
        assert "A09" in jingjin("rules", "school_based", "--year", "112").out
        assert "A09" in jingjin("show", "經費概算表", "--year", "112").out
