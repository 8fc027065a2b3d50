"""Finding forms: the modules on disk, by any name."""

import sys
from pathlib import Path

import pytest

import jingjin_forms
from jingjin_forms import FormNotFoundError, get_form, list_forms
from jingjin_forms.errors import ProgrammeError
from jingjin_forms.forms import catalog

ROOT = Path(catalog.__file__).parent
SIX = [
    "active_teaching/outcome_checklist",
    "leader_workshop/workshop_budget",
    "school_based/budget_estimate",
    "school_based/orid_feedback",
    "school_based/review_sheet",
    "school_based/summary_sheet",
]


def test_the_forms_are_the_files():
    assert set(SIX) <= set(catalog.keys())
    assert [form.key for form in list_forms()] == catalog.keys() == sorted(catalog.keys())
    assert len(catalog.class_names()) == len(set(catalog.class_names())) == len(catalog.keys())


@pytest.mark.parametrize("key", SIX)
def test_each_form_by_each_of_its_names(key: str):
    form = get_form(key)
    assert form.key == key
    assert form.programme == sys.modules[form.__module__.rpartition(".forms.")[0]].TITLE
    for name in (
        f" {key}\n",
        form.__name__,
        f"{form.annex} {form.title}",
        f"{form.annex}{form.title}",
    ):
        assert get_form(name) is form
    assert catalog.find_class(form.__name__) is form


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("經費概算表格", "經費概算表"),
        ("school_based/budget", "school_based/budget_estimate"),
        ("完全不像", "用 jingjin list 看有哪些"),
        ("", "沒有「」這張表件"),
        ("../forms/school_based", "沒有"),
        ("school_based/__init__", "沒有"),
        ("school_based/*", "沒有"),
        ("/etc/passwd", "沒有"),
        ("x" * 10**5, "…（共 100000 字）"),
    ],
    ids=lambda value: value[:20],
)
def test_an_unknown_name(name: str, near: str):
    with pytest.raises(FormNotFoundError) as caught:
        get_form(name)
    assert near in str(caught.value)
    assert len(str(caught.value)) < 300


@pytest.fixture
def more_forms(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """The forms, with a programme of its own in a folder of this test."""
    import jingjin_forms.programmes as package

    programme = tmp_path / "trial"
    programme.mkdir()
    (programme / "__init__.py").write_text('TITLE = "試辦"\n')
    (programme / "forms").mkdir()
    monkeypatch.setattr(package, "__path__", [*package.__path__, str(tmp_path)])

    def add(name: str, source: str) -> None:
        (programme / "forms" / f"{name}.py").write_text(
            f"from jingjin_forms.forms.form import Form\n{source}\n"
        )

    yield add
    for name in [name for name in sys.modules if name.startswith("jingjin_forms.programmes.trial")]:
        del sys.modules[name]


def test_a_title_that_two_forms_share(more_forms):
    more_forms("new_checklist", "class NewChecklist(Form):\n    title = '成果檢核表'")
    with pytest.raises(FormNotFoundError) as caught:
        get_form("成果檢核表")
    assert "active_teaching/outcome_checklist（附件九）、trial/new_checklist（試辦）" in str(
        caught.value
    )
    assert get_form("附件九").key == "active_teaching/outcome_checklist"
    assert get_form("trial/new_checklist").programme == "試辦"
    # facts that name it by this title are right for either
    assert get_form("trial/new_checklist").load({"表件": "成果檢核表"})
    assert get_form("附件九").load({"表件": "成果檢核表", "學校名稱": "甲"})


def test_a_class_name_that_two_forms_share(more_forms):
    more_forms("budget_estimate", "class BudgetEstimate(Form):\n    title = '另一張'")
    with pytest.raises(AttributeError, match="school_based/budget_estimate、trial/budget_estimate"):
        _ = jingjin_forms.BudgetEstimate
    assert not hasattr(jingjin_forms, "BudgetEstimate")
    assert get_form("另一張").key == "trial/budget_estimate"


@pytest.mark.parametrize("source", ["", "NewSheet = 5", "class NewSheet: pass"])
def test_a_module_without_its_class_tells_its_developer(more_forms, source: str):
    more_forms("new_sheet", source)
    with pytest.raises(ProgrammeError, match=r"new_sheet\.py 裡要有表件類別 NewSheet\(Form\)"):
        get_form("trial/new_sheet")
