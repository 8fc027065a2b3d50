"""Which tag a filling failed at, and why."""

from types import TracebackType

from jinja2.exceptions import SecurityError

from jingjin_forms.errors import Problem, shortened
from jingjin_forms.word import codes
from jingjin_forms.word.budget import OverBudgetError
from jingjin_forms.word.compile import Part
from jingjin_forms.word.fact_paths import FactPath
from jingjin_forms.word.language.reader import Tag
from jingjin_forms.word.language.undefined import REFUSED
from jingjin_forms.word.printing.text import UnprintableError


def problem_at(
    tag: Tag | None,
    part: Part,
    message: str,
    code: str,
    value: object = None,
    path: FactPath = (),
) -> Problem:
    """What is wrong at a tag, or somewhere in the part."""
    where = f"{tag.place} 的 {shortened(tag.text, 200)}" if tag else part.name
    return Problem(where, message, _showable(value), path, code)


def _showable(value: object) -> object:
    try:
        shortened(value)
    except Exception:  # a value that cannot even say what it is must not hide the problem
        return type(value)
    return value


def tag_at(code_line: int, part: Part) -> Tag | None:
    """The tag that a line of a part's program was compiled from."""
    return part.tags.get(part.program.source_line(code_line))


def tag_of(trace: TracebackType | None, part: Part) -> Tag | None:
    """The tag at which an error was raised."""
    found = None
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == part.program.code.co_filename:
            found = tag_at(trace.tb_lineno, part)
        trace = trace.tb_next
    return found


def code_of(error: Exception) -> str:
    """What `explain` explains, for a program."""
    if isinstance(error, UnprintableError):
        return codes.NOT_PRINTABLE
    return codes.TOO_MUCH if isinstance(error, OverBudgetError) else codes.NOT_COMPUTABLE


def explain(error: Exception) -> str:
    """Why a tag could not be printed, and what to do."""
    if isinstance(error, SecurityError):
        return REFUSED
    if isinstance(error, UnprintableError | OverBudgetError):
        return str(error)
    if isinstance(error, RecursionError):
        return "一層叫一層，沒有完：請檢查巨集或 recursive 迴圈有沒有停下來的條件。"
    reason = f"{type(error).__name__}：{shortened(str(error), 200)}"
    return f"這個標籤算不出來（{reason}），請檢查寫法與資料。"
