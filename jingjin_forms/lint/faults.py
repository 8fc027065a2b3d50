"""What keeps a template from being filled: what compiling, its names and its description say."""

import re
from collections.abc import Iterator

from jingjin_forms.errors import Problem
from jingjin_forms.lint.marks import full_width_signs
from jingjin_forms.lint.remark import Remark, doubt, error
from jingjin_forms.lint.subject import Subject
from jingjin_forms.word.codes import UNKNOWN_NAME
from jingjin_forms.word.compile import ENVIRONMENT
from jingjin_forms.word.language.syntax import unknown_names

_UNFINISHED = "這裡的標籤"
"""How messages begin that only know that a tag does not end where it should."""
_WIDE_BRACES = "是全形括號"
_tag = re.compile(r"標籤 (\{.*?\}) ")
_NO_TAGS = (
    "沒有任何標籤，不知道要填什麼；請在要填的地方打上 {{ 姓名 }} 這樣的標籤，"
    "或先用 jingjin adopt 找出空格；本來就不用填的文件，不用改。"
)


def faulty_tags(subject: Subject) -> Iterator[Remark]:
    """What compiling finds: tags that are not whole or not closed, unknown filters."""
    explained = {remark.where for remark in full_width_signs(subject)}
    told: set[tuple[str, object]] = set()
    for problem in subject.compiling:
        if problem.where in explained and problem.message.startswith(_UNFINISHED):
            continue
        if _WIDE_BRACES in problem.message:
            if (problem.where, problem.value) not in told:
                yield _fault("full_width", problem)
            told.add((problem.where, problem.value))
        else:
            yield _fault(problem.code if problem.code == UNKNOWN_NAME else "tag", problem)


def unknown_filters(subject: Subject) -> Iterator[Remark]:
    """The same of unknown filters, which compiling does not look for beside graver faults."""
    for tree in subject.trees:
        for problem in unknown_names(tree.tree, tree.tags, ENVIRONMENT):
            if problem.code == UNKNOWN_NAME:
                yield _fault(UNKNOWN_NAME, problem)


def conflicting_names(subject: Subject) -> Iterator[Remark]:
    """A name that is used as two things: a list here, one value there."""
    for problem in subject.reading:
        yield _fault("conflict", problem)


def no_tags(subject: Subject) -> Iterator[Remark]:
    """A file without a tag; some papers have nothing to be filled in."""
    if not (subject.uses or subject.compiling or subject.reading):
        yield doubt("no_tags", "整份檔案", _NO_TAGS)


def _fault(code: str, problem: Problem) -> Remark:
    found = _tag.search(problem.message)
    value = "" if problem.value is None else str(problem.value)
    shown = (
        problem.message
        if not value or value in problem.message
        else f"「{value}」{problem.message}"
    )
    tag = found[1] if found else ""
    return error(code, problem.where, shown, tag, path=problem.path, value=problem.value)
