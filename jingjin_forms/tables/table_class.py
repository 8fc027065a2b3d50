"""The class whose fields are the columns of a table: a form, or all facts of a packet."""

from typing import Any, cast

from jingjin_forms.facts import Facts
from jingjin_forms.files.handed import StrPath
from jingjin_forms.forms.catalog import get_form
from jingjin_forms.packets.application import Application, get_application, is_application
from jingjin_forms.packets.as_facts import readable_facts


def application_named(form: "type[Facts] | StrPath") -> type[Application] | None:
    """The application, where a class, key or title is that of one and of no form."""
    if isinstance(form, type):
        return form if issubclass(form, Application) else None
    return get_application(form) if isinstance(form, str) and is_application(form) else None


def table_class(form: "type[Facts] | StrPath") -> type[Facts]:
    """What `read_table` takes, as a class. Raises FormNotFoundError."""
    if (application := application_named(form)) is not None:
        return readable_facts(application)
    if isinstance(form, type) and issubclass(form, Facts):  # pyright: ignore[reportUnnecessaryIsInstance] (callers may be wrong)
        return form
    return get_form(cast(Any, form))
