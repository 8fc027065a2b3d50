"""Modules that have moved work by their old names, and say where they are now."""

import importlib
import sys
import warnings

import pytest

from jingjin_forms import moved

OLD = [*moved._MOVED, "forms.school_based", "forms.school_based.budget_estimate"]


@pytest.fixture(autouse=True)
def _imported_anew():
    """An import warns once; the module stays."""
    kept = dict(sys.modules)
    yield
    for name in set(sys.modules) - set(kept):
        del sys.modules[name]


@pytest.mark.parametrize("old", OLD)
def test_each_old_name_warns_and_is_the_new_module(old: str):
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always", DeprecationWarning)
        module = importlib.import_module(f"jingjin_forms.{old}")
    assert str(told[-1].message).startswith(f"jingjin_forms.{old} 自 2026.1 起移到 jingjin_forms.")
    assert told[-1].category is DeprecationWarning
    homes = [importlib.import_module(f"jingjin_forms.{new}") for new in moved._homes_of(old)]
    for home in homes:
        for name in vars(home):
            if not name.startswith("_"):
                assert any(getattr(module, name) is getattr(h, name, None) for h in homes)


def test_what_people_wrote_last_year():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        from jingjin_forms.amount import Money, uppercase_amount
        from jingjin_forms.blocks import School, Text
        from jingjin_forms.checking.kinds import AtMost
        from jingjin_forms.form import Form, load
        from jingjin_forms.forms.school_based.budget_estimate import BudgetEstimate
    from jingjin_forms import BudgetEstimate as Now

    assert BudgetEstimate is Now
    assert issubclass(BudgetEstimate, Form)
    assert uppercase_amount(Money(15000)) == "壹萬伍仟元整"
    assert all((School, Text, AtMost, load))


def test_a_name_that_never_was():
    with pytest.raises(ModuleNotFoundError, match=r"jingjin_forms\.nothing"):
        importlib.import_module("jingjin_forms.nothing")
    with (
        pytest.warns(DeprecationWarning, match="values.roc"),
        pytest.raises(ImportError, match="cannot import name 'Nothing'"),
    ):
        from jingjin_forms.roc import Nothing  # noqa: F401
