"""The guide: every code block runs, every link leads somewhere, each form and rule has its page."""

import importlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path, PurePosixPath
from types import ModuleType

import pytest

from jingjin_forms import list_forms
from jingjin_forms.checks import Rules
from jingjin_forms.checks.kinds import Deadline
from jingjin_forms.export import has_soffice
from jingjin_forms.forms.catalog import get_programme, keys, unpublished
from jingjin_forms.forms.describe import describe
from jingjin_forms.packets.application import Delivery, list_applications
from jingjin_forms.typeset import typeset
from tests.docs.blocks import (
    anchors_of,
    is_run_in_a_checkout,
    links_of,
    markdown_pages,
    with_those_before,
)
from tests.docs.running import PYTHON_FOLDER, write_word

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
SAMPLES = ROOT / "samples"
PAGES = markdown_pages(DOCS)
COPIED = ("jingjin_forms", "templates", "samples", "tests")
LONGEST = 300  # seconds


def generator() -> ModuleType:
    """The module that makes the pages of the forms and rules."""
    sys.path.insert(0, str(DOCS / "hooks"))
    try:
        return importlib.import_module("guide_pages")
    finally:
        sys.path.pop(0)


@pytest.fixture(scope="module")
def made() -> dict[str, str]:
    """The pages made from the code, by their place in the guide."""
    module = generator()
    return {**module.reference_pages(keys()), "changelog.md": module.changelog_page()}


def run_python(folder: Path, *arguments: str, root: Path = ROOT) -> None:
    """Python in a folder, with the library and its tests from `root`."""
    run = subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(root), "PYTHONUTF8": "1"},
        capture_output=True,
        check=False,
        timeout=LONGEST,
        encoding="utf-8",
    )
    assert run.returncode == 0, run.stderr


def run_pages(folder: Path, *pages: Path, root: Path = ROOT) -> None:
    run_python(folder, "-m", "tests.docs.running", *map(str, pages), root=root)


IN_A_CHECKOUT = [page for page in PAGES if is_run_in_a_checkout(page.read_text(encoding="utf-8"))]
"""What a contributor reads: he has the tests, and runs them."""


SHORTEST = "school_based/budget_estimate"
READ_FIRST = {f"{name}.md" for name in ("first", "fill", "check")}
"""The pages that each run of the tests reads; the others go with the long sweeps."""


@pytest.mark.parametrize(
    "page",
    [
        page if page.name in READ_FIRST else pytest.param(page, marks=pytest.mark.slow)
        for page in PAGES
        if page not in IN_A_CHECKOUT
    ],
    ids=lambda page: page.name,
)
def test_every_block_of_a_page_runs(page: Path, tmp_path: Path):
    shutil.copytree(SAMPLES / "photos", tmp_path / "照片")  # the reader's own photographs
    run_pages(tmp_path, page)


@pytest.mark.slow
@pytest.mark.parametrize("page", IN_A_CHECKOUT, ids=lambda page: page.name)
def test_every_block_of_a_page_for_contributors_runs(page: Path, tmp_path: Path):
    for name in COPIED:
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "CHANGELOG.md"):
        shutil.copy(ROOT / name, tmp_path)
    for each in with_those_before(page):  # each in a process of its own
        run_pages(tmp_path, each, root=tmp_path)


@pytest.mark.parametrize("form", [SHORTEST, pytest.param("", marks=pytest.mark.slow)])
def test_every_block_of_the_pages_made_runs(form: str, made: dict[str, str], tmp_path: Path):
    """Each in a folder of its own, all in one process: they write nothing that others read.

    The page of one form and its programme, or all.
    """
    code = (
        "import os, sys; from pathlib import Path; from tests.docs.running import Page\n"
        "for n, name in enumerate(sys.argv[1:]):\n"
        "    folder = Path(f'run{n}'); folder.mkdir(); os.chdir(folder)\n"
        "    Page(Path(name)).run(); os.chdir('..')\n"
    )
    pages: list[str] = []
    for uri, text in made.items():
        if form and uri not in (f"reference/{form}.md", f"reference/{Path(form).parent}/index.md"):
            continue
        path = tmp_path / "pages" / uri
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        pages.append(str(path))
    assert len(pages) == (2 if form else len(made))
    run_python(tmp_path, "-c", code, *pages)


# The README tells the reader to fill in what `jingjin new` has made; here the samples do it.
FILLED = {
    "facts.yaml": "school_based/budget_estimate.yaml",
    "送審.yaml": "packets/school_based/application.yaml",
}

OWN_TEMPLATE = """\
page A4 portrait margin=2
{{ 學校名稱 }}
for 項 in 項目
{{ 項.名稱 }}
end
"""


def test_every_block_of_the_readme_runs(tmp_path: Path):
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    for name, sample in FILLED.items():
        command = re.search(rf"^(jingjin new \S+ -o {name})(.*)$", text, re.MULTILINE)
        assert command, name
        filled = (SAMPLES / sample).read_text(encoding="utf-8")
        block = f'```\n\n```yaml title="{name}"\n{filled}```\n\n```bash\n'
        rest = command[2].removeprefix(" && ")
        text = text.replace(command[0], f"{command[1]}\n{block}{rest}", 1)
    shutil.copytree(SAMPLES / "packets" / "school_based" / "own", tmp_path / "own")
    (tmp_path / "README.md").write_text(text, encoding="utf-8")
    write_word(tmp_path / "空白表.docx", "| 申請學校 |  | 承辦人 |  |\n")
    (tmp_path / PYTHON_FOLDER).mkdir()
    (tmp_path / PYTHON_FOLDER / "我的範本.docx").write_bytes(typeset(OWN_TEMPLATE))
    run_pages(tmp_path, tmp_path / "README.md")


def all_pages(made: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Every page of the guide by its place, those made from the code too."""
    for path in PAGES:
        yield path.relative_to(DOCS).as_posix(), path.read_text(encoding="utf-8")
    yield from made.items()


def test_every_link_leads_somewhere(made: dict[str, str]):
    pages = dict(all_pages(made))
    pictures = {f"reference/{key}.png" for key in keys()}
    lost: list[str] = []
    for uri, text in pages.items():
        for link in links_of(text):
            if "://" in link:
                continue
            path, _, anchor = link.partition("#")
            target = uri if not path else normal(PurePosixPath(uri).parent / path)
            there = target in pages or target in pictures or (DOCS / target).is_file()
            if not there or (anchor and anchor not in anchors_of(pages[target])):
                lost.append(f"{uri}: {link}")
    assert lost == []


def normal(path: PurePosixPath) -> str:
    return os.path.normpath(path).replace(os.sep, "/")


def test_links_of_the_readme():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [li for li in links_of(text) if "://" not in li and not (ROOT / li).is_file()] == []


def test_every_form_has_its_page(made: dict[str, str]):
    for form in list_forms():
        page = made[f"reference/{form.key}.md"]
        for row in describe(form):
            assert f"`{row.name}`" in page, f"{form.key}: {row.label}"
        for rule in form.rules:
            assert f"#{rule.number})" in page, f"{form.key}: {rule.number}"
            assert generator().text(rule.clause.text) in page
        assert form.title in made["reference/index.md"]


def test_every_rule_and_paper_stands_on_its_programmes_page(made: dict[str, str]):
    for programme in sorted({key.partition("/")[0] for key in keys()}):
        page = made[f"reference/{programme}/index.md"]
        edition = get_programme(programme).editions[-1]
        for document in edition.documents:
            assert generator().text(document.title) in page
        for rule in edition.rules:
            assert f'id="{rule.number}"' in page
            assert generator().text(rule.asks) in page
            assert generator().text(f"{rule.clause.number}：「{rule.clause.text}」") in page
            assert not rule.note or f"說明：{generator().text(rule.note)}" in page
            if isinstance(rule, Deadline):
                assert generator().text(rule.called) in page
        kinds = [k for k in list_applications() if k.key.startswith(f"{programme}/")]
        for paper in (paper for kind in kinds for paper in kind.papers):
            assert generator().text(paper.title) in page
            assert paper.rule in page
            for way in paper.deliveries:
                assert generator().text(way.to) in page
    for paper in unpublished():
        assert generator().text(paper.title) in made["reference/index.md"]


def test_how_a_text_is_read_and_how_papers_go_are_told(monkeypatch: pytest.MonkeyPatch):
    generator()
    tables = importlib.import_module("guide_tables")
    edition = get_programme("school_based").editions[-1]
    noted = replace(edition.rules[0], note="依範例，*不依*本文")
    shown = tables.rule_table([noted, edition.rules[1]], "school_based")
    assert shown.count(r"<br>說明：依範例，\*不依\*本文 |") == 1
    due = Deadline(number="Z1", forms=(), clause=noted.clause, what="甲", last=lambda _: None)
    later = replace(due, last_called="結束後 2 個月內")
    dated = replace(edition, rules=Rules([later]))
    assert [*tables.deadline_rows([dated])] == [("結束後 2 個月內", "112", "甲", "Z1")]
    kind = next(kind for kind in list_applications() if kind.key == "school_based/application")
    ways = Delivery(how="紙本", copies="1式1份", to="教育處"), Delivery(how="上傳")
    papers = (replace(kind.papers[0], deliveries=ways),)
    monkeypatch.setattr(kind, "papers", papers)
    rows = tables.delivery_table(kind).splitlines()[2:]
    assert rows[0].startswith("| 審查作業表 | 紙本 | 1式1份 | 教育處 | 花蓮縣112學年度")
    assert rows[1].startswith("| 審查作業表 | 上傳 |  |  | 花蓮縣112學年度")
    monkeypatch.setattr(kind, "papers", (replace(papers[0], deliveries=()),))
    assert tables.delivery_table(kind) == ""


def test_a_table_shows_a_text_as_it_is():
    text = generator().text
    assert text("甲|乙 *丙* <丁>") == r"甲\|乙 \*丙\* &lt;丁&gt;"
    assert generator().indented("　　戊") == "&emsp;&emsp;戊"


@pytest.mark.skipif(find_spec("mkdocs") is None, reason="mkdocs is not installed")
@pytest.mark.slow
def test_the_guide_builds_without_a_warning_and_needs_no_other_site(tmp_path: Path):
    run = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path)],
        cwd=ROOT,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        check=False,
        timeout=LONGEST,
        encoding="utf-8",
    )
    assert run.returncode == 0, run.stderr
    for form in list_forms():
        page = (tmp_path / "reference" / form.key / "index.html").read_text(encoding="utf-8")
        assert form.title in page
        if has_soffice() and find_spec("pypdfium2"):
            assert (tmp_path / f"reference/{form.key}.png").stat().st_size > 5_000
    assert not (tmp_path / "hooks").exists()
    loaded = re.compile(r'<(?:script|img|iframe|link)\b[^>]*\b(?:src|href)="(?:https?:)?//[^"]*"')
    for path in tmp_path.rglob("*.html"):
        assert loaded.findall(path.read_text(encoding="utf-8")) == [], path
