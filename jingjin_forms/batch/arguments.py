"""What a batch is asked for, looked at before the first row."""

import pickle
from concurrent.futures import Executor
from datetime import date
from typing import TYPE_CHECKING, Any, get_args

from jingjin_forms.batch.job import OnExists
from jingjin_forms.batch.processes import is_process_pool
from jingjin_forms.errors import DateError, FactsError, Problem, TemplateError
from jingjin_forms.values.clock import moment_of

if TYPE_CHECKING:
    from jingjin_forms.word import CompiledTemplate

_EARLIER: dict[object, OnExists] = {"replace": "overwrite"}
_WORDS: tuple[OnExists, ...] = get_args(OnExists)


def what_on_exists(*, overwrite: bool, skip: bool, on_exists: object) -> OnExists:
    """What to do where a file exists: `overwrite` or `skip`, or either as a word.

    Raises FactsError for another word, and for more than one of them.
    """
    given = [name for name, is_given in (("overwrite", overwrite), ("skip", skip)) if is_given]
    if on_exists is not None:
        given.append(f"on_exists={on_exists!r}")
    if len(given) > 1:
        raise _misfit("已有檔案時", f"{'、'.join(given)} 只能給一個。")
    if on_exists is None:
        return "overwrite" if overwrite else "skip" if skip else "error"
    word = _EARLIER.get(on_exists, on_exists) if isinstance(on_exists, str) else on_exists
    if word not in _WORDS:
        known = "、".join(f'"{word}"' for word in _WORDS)
        how = "（或直接寫 overwrite=True、skip=True）"
        raise _misfit("on_exists", f"沒有這個選項；可以給 {known}{how}。", on_exists)
    return next(known for known in _WORDS if known == word)


def check_helpers(progress: object, executor: object, report: object) -> None:
    """Raise FactsError, naming all, for what cannot do what it is given for."""
    faults = [
        Problem(name, f"要是{kind}。", value)
        for name, value, kind, is_right in (
            ("progress", progress, "可以呼叫的函式", callable(progress)),
            ("executor", executor, " concurrent.futures 的 Executor", hasattr(executor, "submit")),
            ("report", report, "一份 BatchReport", hasattr(report, "summary")),
        )
        if value is not None and not is_right
    ]
    if faults:
        raise FactsError("大量產生", faults)


def template_for(template: Any, executor: Executor | None) -> "CompiledTemplate | None":
    """The template of one's own, compiled. Raises TemplateError where the processes that do the
    rows could not have it."""
    if template is None:
        return None
    from jingjin_forms.word.template import as_template

    compiled = as_template(template)
    if executor is not None and is_process_pool(executor):
        try:
            pickle.dumps(compiled)
        except Exception as error:  # whatever a user's function says when it is pickled
            fault = f"別的行程拿不到這些過濾器或函式，請改用模組裡以 def 寫的（{error}）。"
            raise TemplateError(f"範本「{compiled.path.name}」", [Problem("範本", fault)]) from None
    return compiled


def day_of_handing_in(on: date | str | None) -> date | None:
    """The day or point of time. Raises FactsError for what is none."""
    try:
        return moment_of(on)
    except DateError as error:
        raise FactsError("送件的日子", [Problem("on", str(error))]) from None


def _misfit(where: str, fault: str, value: object = None) -> FactsError:
    return FactsError("大量產生", [Problem(where, fault, value)])
