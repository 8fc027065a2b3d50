"""Whether a file is the form it is read as, and if not, which it looks like."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from jingjin_forms.reading.paper.paper import Flow
from jingjin_forms.reading.pattern.form_pattern import FormPattern, patterns_of
from jingjin_forms.reading.squeezed import plain

if TYPE_CHECKING:
    from jingjin_forms.forms.form import Form

_LEAST, _LEAST_ANYWHERE = 0.5, 0.3
"""How much of a form's wording must be where it belongs, changed a little or not; and how much must
stand anywhere, as it is printed."""
_CLEARLY = 0.9
"""So much of it leaves no other form to ask about."""
_SURELY, _BY_FAR = 0.8, 0.1
"""How much of another form's wording makes it that form, and by how much more than of this one."""
_TWICE = 0.8
_TELLING = 4
"""Pieces of wording shorter than this stand in many forms."""


def why_not(form: "type[Form]", pattern: FormPattern, flows: Sequence[Flow], share: float) -> str:
    """Why a file cannot be read as this form; blank where it can. `share` is how much of the
    form's wording was found where it belongs."""
    text = "\n".join(map(_all_text, flows))
    there = _share(pattern, text)
    if share >= _CLEARLY and there >= _CLEARLY:
        return _two(form, pattern, text)
    nearest, most = _nearest(form, text)
    is_another = most >= max(_SURELY, there + _BY_FAR)
    if share >= _LEAST and there >= _LEAST_ANYWHERE and not is_another:
        return _two(form, pattern, text)
    if there >= _SURELY and not is_another:
        return f"改動太多，對不上「{form.title}」的空白表：請用空白表重填，或分成單份。"
    looks = most >= _LEAST and nearest is not None
    hint = f"它比較像「{nearest.title}」（--form {nearest.key}）" if looks and nearest else ""
    hint = hint or "請確認是不是這張表、有沒有填進空白表裡"
    return f"不是「{form.title}」（固定文字只對上 {there:.0%}）：{hint}。"


def _two(form: "type[Form]", pattern: FormPattern, text: str) -> str:
    """Whether the form stands in the file twice."""
    telling = [piece for piece in pattern.wording if len(piece) >= _TELLING]
    once = [p for p in telling if sum(p in other for other in pattern.wording) == 1]
    twice = sum(text.count(piece) > 1 for piece in once)
    if len(once) >= _TELLING and twice >= _TWICE * len(once):
        return f"裡面不只一份「{form.title}」：請一份存成一個檔案。"
    return ""


def _nearest(form: "type[Form]", text: str) -> "tuple[type[Form] | None, float]":
    """The other form whose wording stands in a text most, and how much of it does."""
    patterns = [
        (pattern, other)
        for other in form.all_forms()
        if not issubclass(form, other)
        for _, pattern in patterns_of(other)
    ]
    # A plan that encloses a budget has all of both: it is the one with more wording.
    shares = [(_share(p, text), len(p.wording), n) for n, (p, _) in enumerate(patterns)]
    share, _, number = max(shares, default=(0.0, 0, -1))
    return (patterns[number][1], share) if number >= 0 else (None, 0.0)


def _share(pattern: FormPattern, text: str) -> float:
    """How much of the wording stands in a text."""
    whole = sum(map(len, pattern.wording))
    return sum(len(p) for p in pattern.wording if p in text) / whole if whole else 0.0


def _all_text(flow: Flow) -> str:
    inner = (c.flow for table in flow.tables for row in table.rows for c in row.cells)
    return "\n".join([plain(flow.text), *map(_all_text, inner)])
