"""Facts that say themselves which form they are for."""

from contextlib import suppress
from os import PathLike

from jingjin_forms.errors import FactsError, FormNotFoundError, Problem, shortened
from jingjin_forms.facts import is_blank
from jingjin_forms.facts.records import Record
from jingjin_forms.files.handed import Source, StrPath
from jingjin_forms.files.within import Nearby
from jingjin_forms.forms.catalog import get_form, is_path
from jingjin_forms.forms.form import FORM_KEY, Form
from jingjin_forms.forms.sources import facts_from, nearby_of


def load(
    source: Source | Record,
    *,
    folder: StrPath | None = None,
    photos: StrPath | None = None,
) -> Form:
    """The form whose facts these are: `表件` in them says which, by key or title, or by the path of
    a tagged Word file from the folder of the facts.

    Takes what `Form.load` takes, `folder` and `photos` too; a form says by itself which it is.
    Without a `folder`, facts that are no file name no Word file. Raises FileProblemError,
    FormNotFoundError or FactsError.
    """
    if isinstance(source, Form):
        return type(source).load(source, folder=folder, photos=photos)
    subject = shortened(str(source), limit=200) if isinstance(source, str | PathLike) else "資料"
    facts = facts_from(source, subject)
    name = facts.get(FORM_KEY)
    if is_blank(name):
        fault = f"沒有寫明是哪一張表件，例如 {FORM_KEY}: school_based/budget_estimate。"
        problem = Problem(FORM_KEY, fault, path=(FORM_KEY,), code="missing")
        raise FactsError(subject, [problem])
    nearby = nearby_of(source, folder, photos)
    form = get_form(_named(name if isinstance(name, str) else shortened(name), nearby))
    del facts[FORM_KEY]  # it is the one that was named, by whichever of its names
    return form.with_files(facts, nearby)


def _named(name: str, nearby: Nearby) -> str:
    """A form that is a Word file is looked for from the folder of the facts first.

    Raises FormNotFoundError where the facts may name none.
    """
    if not is_path(name):
        return name
    if nearby.folder is None or nearby.is_bound:
        raise FormNotFoundError(
            f"「{shortened(name)}」是 Word 檔的路徑，這份資料不能指定檔案；"
            "請填表件的代號，或在程式裡用「form_of(路徑).load(…)」。"
        )
    with suppress(OSError, ValueError):  # no name that a file can have
        if (nearby.folder / name.strip()).exists():
            return str(nearby.folder / name.strip())
    return name
