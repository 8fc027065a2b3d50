"""`lint("我的表.docx")`: every check, one after another, over one reading of the file."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from os import PathLike
from pathlib import Path

from jingjin_forms.arriving.codes import NOT_FOUND
from jingjin_forms.errors import FileProblemError, shortened
from jingjin_forms.lint.described import REQUIRED, description_and_tags, description_faults
from jingjin_forms.lint.faults import (
    conflicting_names,
    faulty_tags,
    no_tags,
    unknown_filters,
)
from jingjin_forms.lint.leftovers import leftover_blanks
from jingjin_forms.lint.loops import empty_loops, rows_of_lists
from jingjin_forms.lint.marks import (
    deleted_tags,
    full_width_signs,
    hidden_tags,
    tags_in_fields,
    text_box_copies,
)
from jingjin_forms.lint.names import similar_names
from jingjin_forms.lint.paper import signing_on_pages
from jingjin_forms.lint.persons import printed_persons
from jingjin_forms.lint.reckoning import arithmetic, options_differ
from jingjin_forms.lint.remark import Remark, is_error
from jingjin_forms.lint.signing import exact_heights, sign_offs
from jingjin_forms.lint.subject import Subject, read_subject
from jingjin_forms.lint.tag_paths import labels_of_tags

Check = Callable[[Subject], Iterator[Remark]]

CHECKS: Mapping[Check, tuple[str, ...]] = {
    no_tags: ("no_tags",),
    faulty_tags: ("tag",),
    unknown_filters: ("unknown_filter",),
    full_width_signs: ("full_width",),
    tags_in_fields: ("tag_in_field",),
    conflicting_names: ("conflict",),
    options_differ: ("options_differ",),
    description_faults: ("description",),
    description_and_tags: (
        REQUIRED,
        "description_unprinted",
        "description_unknown",
        "untyped",
    ),
    hidden_tags: ("hidden_tag",),
    deleted_tags: ("deleted_tag",),
    text_box_copies: ("text_box_copy",),
    empty_loops: ("empty_loop",),
    rows_of_lists: ("spare_rows", "typed_number"),
    leftover_blanks: ("leftover",),
    arithmetic: ("arithmetic",),
    similar_names: ("similar_name", "unknown_name"),
    exact_heights: ("exact_height",),
    sign_offs: ("seal_alone", "seal_torn", "row_torn"),
    printed_persons: ("personal",),
}
"""Every check and the codes of what it finds. Codes stay as they are from version to version."""
PAGE_CHECKS: Mapping[Check, tuple[str, ...]] = {signing_on_pages: ("seal_page",)}
"""The same of what needs LibreOffice."""


def lint(path: str | PathLike[str], *, pages: bool = False) -> tuple[Remark, ...]:
    """All faults and doubts of a tagged Word file: what keeps it from being filled first, each in
    the order of the page.

    With `pages` the pages are laid out by LibreOffice, too. Raises FileProblemError for what is no
    Word file, and with `pages` where LibreOffice is missing.
    """
    file = Path(path)
    if not file.is_file():
        raise FileProblemError(f"找不到範本檔「{shortened(str(path), 200)}」。", code=NOT_FOUND)
    if pages and file.suffix.lower() == ".odt":
        raise FileProblemError(
            f"「{file.name}」是 .odt，逐頁檢查只有 .docx 可以：請另存成 .docx 再檢查。"
        )
    subject = read_subject(file)
    checks = (*CHECKS, *(PAGE_CHECKS if pages else ()))
    labels = labels_of_tags(subject.trees)
    found = dict.fromkeys(
        remark if remark.path or not remark.tag else replace(remark, path=labels(remark.tag))
        for check in checks
        for remark in check(subject)
    )
    parts = [part.title for part in subject.typed]
    return tuple(sorted(found, key=lambda remark: _order(remark, parts)))


def _order(remark: Remark, parts: list[str]) -> tuple[object, ...]:
    place = remark.place
    part = str(place.get("part", ""))
    numbers = (int(place.get(key, 0)) for key in ("line", "table", "row", "column", "paragraph"))
    number = parts.index(part) if part in parts else len(parts)
    return not is_error(remark), remark.code != REQUIRED, number, *numbers
