"""An invented programme, 試辦 讀書會, in its own folder: texts of 112, of 113 and 114, of 115.

112 → 113: a label, a limit, the deadline, the names of the files. 115: a printed line.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import jingjin_forms.programmes as package
from jingjin_forms.typeset import rebuild

NAME = "trial_club"
FILES = {
    "__init__.py": 'TITLE = "試辦 讀書會"\n',
    "source.py": """
from jingjin_forms.checks.document import Document

PLAN = Document("試辦112學年度計畫", school_years=(112,), clauses={
    "三": "以 5,000元為限。", "四": "以 10本為限。", "五": "112年9月30日前送達。"})
NOTICE = Document("試辦注意事項", school_years=(112,), clauses={"一": "召集人要填。"})
DOCUMENTS = (PLAN, NOTICE)
""",
    "rules.py": f"""
from jingjin_forms.checks import Rules
from jingjin_forms.checks.kinds import AtMost, Deadline, Required
from jingjin_forms.checks.reading import count, fact
from jingjin_forms.programmes.{NAME}.source import NOTICE, PLAN
from jingjin_forms.values.roc import RocDate

_FORM = ("club_sheet",)
RULES = Rules((
    AtMost(number="X01", forms=_FORM, reading=fact("金額"), limit=5_000, clause=PLAN["三"]),
    AtMost(number="X02", forms=_FORM, reading=count("書目"), unit="本", limit=10,
           clause=PLAN["四"]),
    Deadline(number="X03", forms=("club_sheet", "application"), what="申請",
             last=RocDate("112年9月30日"), clause=PLAN["五"]),
    Required(number="X04", forms=_FORM, reading=fact("領讀人"),
             when=lambda sheet: "領讀人" in sheet.context(), clause=NOTICE["一"]),
))
""",
    "forms/club_sheet.py": """
from jingjin_forms.facts import Facts, label
from jingjin_forms.forms.form import Form
from jingjin_forms.values import Text
from jingjin_forms.values.amount import Money
from jingjin_forms.values.roc import SchoolYear


class Book(Facts):
    title = "書目"
    volume: Text = label("書冊", "")


class ClubSheet(Form):
    title = "讀書會單"
    school_year: SchoolYear | None = label("學年度", None)
    convener: Text = label("領讀人", "")
    amount: Money | None = label("金額", None)
    books: list[Book] = label("書目", list)
""",
    "application.py": f"""
from jingjin_forms.packets.application import Application, Paper
from jingjin_forms.programmes.{NAME}.source import PLAN


class ClubApplication(Application):
    title = "讀書會單 申請"
    papers = (Paper(title="單", form="{NAME}/club_sheet", clause=PLAN["五"], name="甲_{{學年度}}"),
              Paper(title="名冊", clause=PLAN["五"]))
""",
    "edition_113.py": f"""
from dataclasses import replace

from jingjin_forms.facts import label
from jingjin_forms.programmes.{NAME} import application, rules, source
from jingjin_forms.programmes.{NAME}.forms import club_sheet
from jingjin_forms.values import Text
from jingjin_forms.values.roc import RocDate

PLAN = source.PLAN.revised("試辦113學年度計畫", school_years=(113, 114), clauses={{
    "三": "以 6,000元為限。", "五": "113年9月30日前送達。"}})
DOCUMENTS = (PLAN,)
RULES = rules.RULES.changing("X01", limit=6_000).changing("X03", last=RocDate("113年9月30日"))


class ClubSheet(club_sheet.ClubSheet):
    convener: Text = label("召集人", "")


class ClubApplication(application.ClubApplication):
    papers = tuple(replace(p, name="乙_{{學年度}}_{{文件}}") for p in
                   application.ClubApplication.papers)
""",
    "edition_115.py": f"""
from jingjin_forms.programmes.{NAME} import edition_113

DOCUMENTS = (edition_113.PLAN.revised("試辦115學年度計畫", school_years=(115,)),)
""",
}
LAYOUT = """page A4 portrait
{{ 學年度 or "　　" }}學年度讀書會單
until 112 領讀人：{{ 領讀人 }}
since 113 召集人：{{ 召集人 }}
since 115 115年起加印
金額：{{ 金額 }}
for 本 in 書目
{{ 本.書冊 }}
end
"""
SAMPLE = f"表件: {NAME}/club_sheet\n學年度: 112\n領讀人: 林若水\n金額: 5000\n書目:\n  - 書冊: 甲\n"


@contextmanager
def in_folder(root: Path) -> Iterator[None]:
    """The programme written into a folder, which counts among those of the package meanwhile."""
    for name, text in FILES.items():
        write(root / NAME / name, text)
    write(root / "templates" / NAME / "club_sheet.layout", LAYOUT)
    write(root / "samples" / NAME / "club_sheet.yaml", SAMPLE)
    rebuild(root / "templates")
    before = list(package.__path__)
    package.__path__ = [*before, str(root)]
    yield
    package.__path__ = before
    for name in [name for name in sys.modules if name.startswith(f"{package.__name__}.{NAME}")]:
        del sys.modules[name]


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
