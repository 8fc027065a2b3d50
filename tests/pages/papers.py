"""What is looked at: each form filled, blank, with many rows and with long texts."""

from typing import Any

from jingjin_forms import get_form
from jingjin_forms.facts import Facts
from jingjin_forms.facts.labels import members
from jingjin_forms.forms.form import Form
from tests.helpers import sample_facts


def variants(key: str) -> dict[str, Form]:
    """The form filled, blank, with 60 rows in each table, and with long texts everywhere."""
    form = get_form(key)
    path = form.sample_path()
    facts = sample_facts(path)
    found = {"filled": form.sample(), "blank": form.blank()}
    for name in tables(facts):
        found[f"{name} 60 rows"] = with_rows(form, facts, name, 60)
    found["long"] = form.load(lengthened(form, facts), folder=path.parent)
    return found


def tables(facts: dict[str, Any]) -> list[str]:
    """The labels of the lists whose rows have several facts."""
    return [
        name
        for name, value in facts.items()
        if isinstance(value, list) and value and isinstance(value[0], dict)
    ]


def has_pictures(facts: dict[str, Any], name: str) -> bool:
    """Whether a table shows photographs, which take long to print."""
    return "照片檔" in facts[name][0]


def with_rows(form: type[Form], facts: dict[str, Any], name: str, number: int) -> Form:
    """The sample with so many rows in one of its tables."""
    rows = [facts[name][n % len(facts[name])] for n in range(number)]
    return form.load({**facts, name: rows}, folder=form.sample_path().parent)


def free_texts(form: type[Form], facts: dict[str, Any]) -> list[str]:
    """The labels of what is written in sentences."""
    fields = form.model_fields.values()
    texts = (str(field.title) for field in fields if members(field)[0] is str)
    return [label for label in texts if _is_long(facts.get(label))]


def _is_long(value: object) -> bool:
    return isinstance(value, str) and len(value) > 12


def with_text(form: type[Form], facts: dict[str, Any], name: str, length: int) -> Form:
    """The sample with so many characters in one of its texts."""
    changed = {**facts, name: (facts[name] * 100)[:length]}
    return form.load(changed, folder=form.sample_path().parent)


def lengthened(facts: type[Facts], values: dict[str, Any]) -> dict[str, Any]:
    """The facts with every free text made 300 characters long, every row's first text 40."""
    longer = dict(values)
    for field in facts.model_fields.values():
        label, (member, _) = str(field.title), members(field)
        value = values.get(label)
        if member is str and isinstance(value, str) and len(value) > 12:
            longer[label] = (value * 60)[:300]
        elif issubclass(member, Facts) and isinstance(value, list):
            longer[label] = [lengthened_row(member, row) for row in value]
        elif issubclass(member, Facts) and isinstance(value, dict):
            longer[label] = lengthened(member, value)
    return longer


def lengthened_row(facts: type[Facts], row: Any) -> Any:
    """A row whose texts are longer than any column."""
    if not isinstance(row, dict):
        return row
    texts = {str(f.title) for f in facts.model_fields.values() if members(f)[0] is str}
    return {
        label: (value * 40)[:40] if label in texts and isinstance(value, str) and value else value
        for label, value in row.items()
    }
