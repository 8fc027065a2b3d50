"""The form modules on disk, and the class in each."""

from collections.abc import Iterable

from jingjin_forms.errors import ProgrammeError
from jingjin_forms.forms.form import Form
from jingjin_forms.forms.identity import class_name
from jingjin_forms.forms.programme import Programme, imported, programmes


def list_forms() -> list[type[Form]]:
    """Every form class."""
    return [class_in(programme, name) for programme, name in form_modules()]


def form_modules() -> Iterable[tuple[Programme, str]]:
    """Every form as its programme and the name of its module."""
    return ((programme, name) for programme in programmes() for name in programme.modules)


def class_in(programme: Programme, name: str) -> type[Form]:
    """The class of a form's module. Raises ProgrammeError where there is none."""
    module = imported(f"{programme.package}.forms.{name}")
    form = getattr(module, class_name(name), None)
    if not isinstance(form, type) or not issubclass(form, Form):
        raise ProgrammeError(
            f"{module.__file__} 裡要有表件類別 {class_name(name)}(Form)；"
            "類別名稱是檔名去掉底線、每個字大寫開頭。"
        )
    return form
