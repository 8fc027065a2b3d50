"""Names that are nearly another: of the same template, or of a label that our forms know."""

import unicodedata
from collections.abc import Iterable, Iterator

from jingjin_forms.forms.tagged.use import Use
from jingjin_forms.forms.tagged.vocabulary import Vocabulary, vocabulary
from jingjin_forms.lint.remark import Remark, doubt
from jingjin_forms.lint.subject import Subject

_SAME = str.maketrans(
    "台劃占帳証周佈聯裏羣着温户啓値内説敎実会学記秤落份須做渡藉",
    "臺畫佔賬證週布連裡群著溫戶啟值內說教實會學計稱絡分需作度籍",
)
"""Letters that are written in two ways, or mistaken for each other; what is meant is the same."""
_SHORTEST, _SHORTEST_CHANGED = 5, 6
"""Shorter labels that differ in one letter are as often other words: 收件日期, 送件日期."""


def similar_names(subject: Subject) -> Iterator[Remark]:
    """Two names that are written alike, and names that are nearly a label we know."""
    known = vocabulary()
    by_fold = {folded(label): label for label in known.labels}
    yield from _of_level(subject.uses, known, by_fold)


def _of_level(
    uses: Iterable[Use], known: Vocabulary, by_fold: dict[str, str], above: tuple[str, ...] = ()
) -> Iterator[Remark]:
    seen: dict[str, Use] = {}
    for use in uses:
        path = (*above, use.label)
        fold = folded(use.label)
        if fold in seen:
            first = seen[fold]
            yield doubt(
                "similar_name",
                use.place,
                f"「{use.label}」和{first.place}的「{first.label}」是不是同一個？"
                "是的話請寫成一樣，否則會是兩個欄位，要填兩次。",
                path=path,
                value=use.label,
            )
        elif use.label not in known:
            meant = by_fold.get(fold) or _one_off(use.label, known.labels)
            if meant:
                yield doubt(
                    "unknown_name",
                    use.place,
                    f"「{use.label}」是不是「{meant}」？「{meant}」是套件認得的欄位，"
                    "有它的種類、提示與計算；不是的話不用改。",
                    path=path,
                    value=use.label,
                )
        seen.setdefault(fold, use)
        yield from _of_level(use.parts.values(), known, by_fold, path)
        if use.row is not None:
            yield from _of_level(use.row.parts.values(), known, by_fold, path)


def folded(label: str) -> str:
    """The label without what is only another way to write it: full width, 台 or 臺, blanks."""
    plain = unicodedata.normalize("NFKC", label).casefold()
    return "".join(plain.replace("_", "").split()).translate(_SAME)


def _one_off(label: str, known: Iterable[str]) -> str:
    """A known label that has one letter more, less or otherwise; blank where there is none."""
    return next((other for other in known if _is_one_off(label, other)), "")


def _is_one_off(one: str, other: str) -> bool:
    shortest = _SHORTEST if len(one) != len(other) else _SHORTEST_CHANGED
    if abs(len(one) - len(other)) > 1 or min(len(one), len(other)) < shortest or one.isascii():
        return False
    begin = 0
    while begin < min(len(one), len(other)) and one[begin] == other[begin]:
        begin += 1
    rest, rest_other = one[begin:], other[begin:]
    is_other_number = any(c.isdigit() for c in rest[:1] + rest_other[:1])
    ends = rest[1:] == rest_other[1:], rest[1:] == rest_other, rest == rest_other[1:]
    return any(ends) and not is_other_number
