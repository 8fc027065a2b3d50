"""Formulas as a clerk writes them: how a value of a form is worked out of the others.

    單價 × 數量
    經費項目.總價 的合計
    合計 = 小計 + 雜支
    捨去(合計 × 90%)
    國字大寫(合計)

`+ - × ÷` (also `* /`), brackets, numbers with or without %, labels (in 「」 where they hold signs),
`清單.欄位 的合計`, 筆數, 平均, 最大 and 最小, and the functions below. There is nothing else: no
names of Python, no powers, nothing that runs long. All is worked out in fractions, never in floats.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from jingjin_forms.forms.tagged.formula_values import (
    Part,
    Use,
    Work,
    added,
    in_words,
    multiplied,
    rounded,
    value_of,
)
from jingjin_forms.values.amount import half_width

UPPERCASE = "國字大寫"
ROUNDINGS = {"捨去": "floor", "進位": "ceiling", "四捨五入": "nearest"}
TOTALS = ("合計", "總和", "筆數", "平均", "最大", "最小")
"""What may be asked of a list, behind 的."""
_LONGEST, _DEEPEST = 300, 20
_SIGNS = {"×": "*", "✕": "*", "÷": "/", "／": "/", "－": "-", "−": "-", "＋": "+", "＊": "*"}
_token = re.compile(
    r"\s*(?:(?P<number>[0-9][0-9,]*(?:\.[0-9]+)?)(?P<percent>\s*[%％])?"
    r"|「(?P<quoted>[^」]+)」"
    r"|(?P<sign>[-+*/×✕÷／－−＋＊()（）.=＝])"
    r"|(?P<word>[^\s\-+*/×✕÷／－−＋＊()（）.=＝%％「」,，]+))"
)


class FormulaFault(ValueError):
    """What is wrong with a formula, and at which character, counted from 1."""

    def __init__(self, message: str, position: int) -> None:
        super().__init__(f"第 {position} 字：{message}")


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula that was read."""

    told: str
    """As it was written, without the label it is for."""
    uses: tuple[Use, ...]
    gives_text: bool
    work: Work
    """Worked out of what is known: a Fraction, a text, or None where something is missing."""
    label: str = ""
    """Whose value it says it is: 合計 of 合計 = 小計 + 雜支."""


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    at: int


def parse_formula(
    text: str, labels: Callable[[tuple[str, ...]], tuple[str, ...]] | None = None
) -> Formula:
    """`labels` gives for words with dots between the labels they stand for. Raises FormulaFault."""
    if len(text) > _LONGEST:
        raise FormulaFault(f"計算式太長（最多 {_LONGEST} 字）。", _LONGEST)
    return _Parser(text, labels or tuple).formula()


def _tokens(text: str) -> Iterator[_Token]:
    at, end = 0, len(text.rstrip())
    while at < end:
        found = _token.match(text, at)
        if found is None:
            rest = text[at:].lstrip()
            raise FormulaFault(f"看不懂「{rest[:1]}」。", len(text) - len(rest) + 1)
        kind = str(found.lastgroup)
        begin = found.start("number" if kind == "percent" else kind) + 1
        if kind == "percent":
            yield _Token("percent", found["number"], begin)
        elif kind == "sign":
            yield _Token("sign", _SIGNS.get(found["sign"]) or half_width(found["sign"]), begin)
        else:
            yield _Token("word" if kind == "quoted" else kind, found[kind], begin)
        at = found.end()


class _Parser:
    """Reads one formula from left to right."""

    def __init__(self, text: str, labels: Callable[[tuple[str, ...]], tuple[str, ...]]) -> None:
        self.text = text
        self.labels = labels
        self.tokens = [*_tokens(text)]
        self.next = 0
        self.depth = 0
        self.uses: list[Use] = []

    def formula(self) -> Formula:
        label, told = "", self.text.strip()
        if len(self.tokens) > 1 and self._is_at(1, "="):
            label, self.next = self.tokens[0].text, 2
            told = self.text[self.tokens[1].at :].strip()
        if self._is_function(UPPERCASE):
            self.next += 2
            inside = self._sum()
            self._expect(")")
            work: Work = lambda known: in_words(inside.work(known))  # noqa: E731
        else:
            work = self._sum().work
            inside = None
        if self.next < len(self.tokens):
            token = self.tokens[self.next]
            raise FormulaFault(f"不應該有「{token.text}」，是不是少了 + - × ÷？", token.at)
        return Formula(told, tuple(self.uses), inside is not None, work, label)

    def _sum(self) -> Part:
        first = self._product()
        rest: list[tuple[int, Part]] = []
        while (sign := self._taken("+", "-")) is not None:
            rest.append((1 if sign == "+" else -1, self._product()))
        if not rest:
            return first
        parts = [(1, first), *rest]
        return Part(lambda known: added(parts, known), all(p.is_plain for _, p in parts))

    def _product(self) -> Part:
        begin = len(self.uses)
        parts: list[tuple[str, Part]] = [("*", self._single())]
        while (sign := self._taken("*", "/")) is not None:
            parts.append((sign, self._single()))
        if len(parts) == 1:
            return parts[0][1]
        self.uses[begin:] = [Use(use.path, use.total, True) for use in self.uses[begin:]]
        return Part(lambda known: multiplied(parts, known), all(part.is_plain for _, part in parts))

    def _single(self) -> Part:
        if self.next >= len(self.tokens):
            raise FormulaFault("計算式在這裡就結束了，後面還少一個欄位或數字。", len(self.text) + 1)
        token = self.tokens[self.next]
        if token.kind in ("number", "percent"):
            self.next += 1
            number = Fraction(token.text.replace(",", "")) / (100 if token.kind == "percent" else 1)
            return Part(lambda _: number, is_plain=True)
        if self._taken("(") is not None:
            return self._bracketed(token)
        if token.kind != "word":
            raise FormulaFault(f"這裡要是欄位或數字，不是「{token.text}」。", token.at)
        if token.text in ROUNDINGS and self._is_function(token.text):
            self.next += 2
            way, inside = ROUNDINGS[token.text], self._bracketed(token)
            return Part(lambda known: rounded(inside.work(known), way))
        if self._is_at(self.next + 1, "("):
            known = "、".join([*ROUNDINGS, UPPERCASE])
            reason = "國字大寫要寫在最外面" if token.text == UPPERCASE else f"可用的有：{known}"
            raise FormulaFault(f"這裡不能用「{token.text}(…)」；{reason}。", token.at)
        return self._label()

    def _bracketed(self, token: _Token) -> Part:
        self.depth += 1
        if self.depth > _DEEPEST:
            raise FormulaFault("括號一層包一層太深。", token.at)
        inside = self._sum()
        self._expect(")")
        self.depth -= 1
        return inside

    def _label(self) -> Part:
        """A label, or one within another: 經費項目.總價; behind it perhaps 的合計."""
        words = [self._word()]
        while self._taken(".") is not None:
            words.append(self._word())
        last, of, total = words[-1].rpartition("的")
        if of and last and total in TOTALS:  # written without a blank: 總價的合計
            words[-1] = last
        else:
            total = ""
            if self.next < len(self.tokens) and (ask := self.tokens[self.next].text) in _ASKED:
                self.next += 1
                total = ask.removeprefix("的") or self._word()
                if total not in TOTALS:
                    at = self.tokens[self.next - 1].at
                    raise FormulaFault(f"「的」後面可以是：{'、'.join(TOTALS)}。", at)
        use = Use(self.labels(tuple(words)), total)
        self.uses.append(use)
        return Part(lambda known: value_of(use, known))

    def _word(self) -> str:
        token = self.tokens[self.next] if self.next < len(self.tokens) else None
        if token is None or token.kind != "word":
            at = len(self.text) + 1 if token is None else token.at
            raise FormulaFault("這裡要是欄位名稱。", at)
        self.next += 1
        return token.text

    def _is_at(self, place: int, sign: str) -> bool:
        found = self.tokens[place] if place < len(self.tokens) else None
        return found is not None and found.kind == "sign" and found.text == sign

    def _is_function(self, name: str) -> bool:
        here = self.tokens[self.next] if self.next < len(self.tokens) else None
        return here is not None and here.text == name and self._is_at(self.next + 1, "(")

    def _taken(self, *signs: str) -> str | None:
        for sign in signs:
            if self._is_at(self.next, sign):
                self.next += 1
                return sign
        return None

    def _expect(self, sign: str) -> None:
        if self._taken(sign) is None:
            token = self.tokens[self.next] if self.next < len(self.tokens) else None
            raise FormulaFault(f"這裡少了「{sign}」。", token.at if token else len(self.text) + 1)


_ASKED = {"的", *(f"的{total}" for total in TOTALS)}
