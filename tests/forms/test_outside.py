"""Programmes outside of the package: in a folder, and in a package of their own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MOVED = "learning_community"

INIT = 'TITLE = "範例縣 讀書會"\n'
SOURCE = """
from jingjin_forms.checks import Document

PLAN = Document(
    "範例縣讀書會實施計畫", clauses={"三": "每校以 5,000元為限。", "四": "檢附經費表。"}
)
DOCUMENTS = (PLAN,)
"""
FORM = """
from jingjin_forms.facts import label
from jingjin_forms.forms.form import Form
from jingjin_forms.parts import BudgetTable, School


class ClubBudget(BudgetTable, Form):
    title = "讀書會經費表"
    school: School = label("學校名稱")
"""
RULES = """
from jingjin_forms.checks.kinds import AtMost
from jingjin_forms.checks.reading import fact
from {package}.source import PLAN

RULES = (
    AtMost(
        number="X01", forms=("club_budget",), reading=fact("合計"), limit=5_000, clause=PLAN["三"]
    ),
)
"""
APPLICATION = """
from jingjin_forms.packets.application import Application, Paper
from {package}.source import PLAN


class ReadingClubApplication(Application):
    title = "讀書會 申請"
    papers = (Paper(title="經費表", form="reading_club/club_budget", clause=PLAN["四"]),)
"""
LAYOUT = """page A4 portrait margin=2.0 size=12
title 讀書會經費表

{{ 學校名稱 }}讀書會經費表 {{ 合計 }} {{ 小計 }} {{ 總計 }}
table 5.0 3.0r
for 筆 in 經費項目
| {{ 筆.項目 }} {{ 筆.單位 }} {{ 筆.說明 }} | {{ 筆.總價 }} {{ 筆.單價 }} {{ 筆.數量 }}
end
endtable
"""
SAMPLE = """表件: reading_club/club_budget
學校名稱: 花蓮縣吉安鄉晨曦國民小學
經費項目:
  - {項目: 書籍費, 單價: 300, 數量: 20, 單位: 冊, 說明: 學習共同體}
"""
USE = """
import sys
from pathlib import Path
import jingjin_forms
from jingjin_forms import fill_many, get_form, list_forms, load, load_packet

form = get_form("讀書會經費表")
assert form is jingjin_forms.ClubBudget and form in list_forms()
assert form.key == "reading_club/club_budget" and form.programme == "範例縣 讀書會"
assert form.__module__ == sys.argv[1] + ".forms.club_budget"
(finding,) = form.sample().check()
assert "上限 5,000 元，超過 1,000 元" in finding.message
assert str(finding.clause.document) == "範例縣讀書會實施計畫"
assert load(form.sample_path()) == form.sample()
report = fill_many(form, [form.sample().model_dump(by_alias=True)], "out")
assert [str(r.outcome) for r in report] == ["已產生"], [*report]
packet = load_packet({"送件": "讀書會 申請", "學校名稱": "花蓮縣晨曦國小"})
assert [paper.title for paper in packet.papers] == ["經費表"]
print("all there")
"""


def run(code: list[str], cwd: Path, **environment: str) -> "subprocess.CompletedProcess[str]":
    env = {**os.environ, "PYTHONUTF8": "1", "PYTHONPATH": str(ROOT), **environment}
    return subprocess.run(
        [sys.executable, *code], cwd=cwd, env=env, text=True, capture_output=True, timeout=300
    )


def write_programme(folder: Path, package: str, resources: Path) -> None:
    """The programme in `folder`, its template and sample in `resources`."""
    from jingjin_forms.typeset import typeset

    (folder / "forms").mkdir(parents=True)
    for name, text in (
        ("__init__.py", INIT),
        ("source.py", SOURCE),
        ("rules.py", RULES.format(package=package)),
        ("application.py", APPLICATION.format(package=package)),
        ("forms/club_budget.py", FORM),
    ):
        (folder / name).write_text(text, encoding="utf-8")
    for kind in ("templates", "samples"):
        (resources / kind / "reading_club").mkdir(parents=True)
    template = resources / "templates" / "reading_club" / "club_budget.docx"
    template.write_bytes(typeset(LAYOUT))
    sample = resources / "samples" / "reading_club" / "club_budget.yaml"
    sample.write_text(SAMPLE, encoding="utf-8")


def test_a_folder(tmp_path: Path):
    package = "jingjin_forms.programmes.reading_club"
    write_programme(tmp_path / "mine" / "reading_club", package, tmp_path / "mine")
    environment = {"PYTHONPATH": str(ROOT), "JINGJIN_FORMS": str(tmp_path / "mine")}
    done = run(["-c", USE, package], tmp_path, **environment)
    assert done.stdout == "all there\n", done.stderr
    listed = run(["-m", "jingjin_forms", "--forms", "mine", "list"], tmp_path, PYTHONPATH=str(ROOT))
    assert "reading_club/club_budget" in listed.stdout
    rules = run(["-m", "jingjin_forms", "--forms", "mine", "rules", "reading_club"], tmp_path)
    assert "X01" in rules.stdout
    (tmp_path / "名冊.csv").write_text("學校名稱\n花蓮縣晨曦國小\n", encoding="utf-8")
    batch = ["batch", "名冊.csv", "--form", "讀書會經費表", "--jobs", "2"]
    batch = run(["-m", "jingjin_forms", "--forms", "mine", *batch], tmp_path)
    assert "已產生 1" in batch.stdout, batch.stderr


def test_a_folder_that_is_not_there(tmp_path: Path):
    done = run(["-m", "jingjin_forms", "--forms", "nowhere", "list"], tmp_path)
    assert (done.returncode, done.stderr) == (1, "錯誤：找不到放表件的資料夾「nowhere」。\n")


def installed(folder: Path, package: str, entry: str) -> None:
    """What pip leaves of a package that declares a programme."""
    information = folder / f"{package}-1.0.dist-info"
    information.mkdir(parents=True)
    (information / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: 1.0\n")
    (information / "entry_points.txt").write_text(f"[jingjin_forms.programmes]\n{entry}\n")


def test_a_package(tmp_path: Path):
    site = tmp_path / "site"
    write_programme(site / "county" / "reading_club", "county.reading_club", site / "county")
    (site / "county" / "__init__.py").touch()
    installed(site, "county", "reading_club = county.reading_club")
    paths = {"PYTHONPATH": os.pathsep.join((str(ROOT), str(site)))}
    done = run(["-c", USE, "county.reading_club"], tmp_path, **paths)
    assert done.stdout == "all there\n", done.stderr


def test_a_package_that_does_not_hold_what_it_declares(tmp_path: Path):
    installed(tmp_path / "site", "county", "reading_club = county.reading_club")
    paths = {"PYTHONPATH": os.pathsep.join((str(ROOT), str(tmp_path / "site")))}
    done = run(["-m", "jingjin_forms", "list"], tmp_path, **paths)
    assert done.returncode == 1
    assert "「reading_club = county.reading_club」匯入不到" in done.stderr


def test_two_programmes_of_one_name(tmp_path: Path):
    for name in ("one", "two"):
        (tmp_path / name / "club" / "forms").mkdir(parents=True)
        (tmp_path / name / "club" / "__init__.py").touch()
    folders = os.pathsep.join((str(tmp_path / "one"), str(tmp_path / "two")))
    done = run(["-m", "jingjin_forms", "list"], tmp_path, JINGJIN_FORMS=folders)
    assert done.returncode == 1
    for name in ("one", "two"):
        assert str(tmp_path / name / "club") in done.stderr


@pytest.mark.slow
def test_a_built_in_programme_outside(tmp_path: Path):
    """One of ours in a folder of its own, with not one line changed: its own tests run there."""
    house = tmp_path / "house"
    kept_out = shutil.ignore_patterns("__pycache__", ".*")
    for name in ("jingjin_forms", "templates", "samples", "tests"):
        shutil.copytree(ROOT / name, house / name, ignore=kept_out)
    shutil.copy(ROOT / "pyproject.toml", house)
    outside = tmp_path / "outside"
    outside.mkdir()
    shutil.move(house / "jingjin_forms" / "programmes" / MOVED, outside / MOVED)
    for kind in ("templates", "samples"):
        (outside / kind).mkdir()
        shutil.move(house / kind / MOVED, outside / kind / MOVED)
    tests = [f"tests/programmes/{MOVED}", "tests/test_official.py", "tests/test_contract.py"]
    command = ["-m", "pytest", "-q", "-p", "no:cacheprovider", *tests, "-k", MOVED]
    without = run(command, house, PYTHONPATH=str(house))
    assert without.returncode != 0
    done = run(command, house, PYTHONPATH=str(house), JINGJIN_FORMS=str(outside))
    assert done.returncode == 0, done.stdout[-3000:]
    assert " passed" in done.stdout
