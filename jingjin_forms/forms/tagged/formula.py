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
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any, cast

from jingjin_forms.facts import Facts, is_blank
from jingjin_forms.facts.labels import name_of
from jingjin_forms.values.amount import half_width
from jingjin_forms.values.uppercase import uppercase_amount

Known = Mapping[str, Any]
"""The facts and computed values that a formula may use, by label."""
Work = Callable[[Known], Any]

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
class Use:
    """A label that a formula uses: where it stands, and what of its list is asked for."""

    path: tuple[str, ...]
    total: str = ""
    is_factor: bool = False
    """Whether nothing can be worked out without it, as a factor; a missing addend is no harm."""


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


@dataclass(frozen=True, slots=True)
class _Part:
    """A piece of a formula; a plain number makes no sum by itself."""

    work: Work
    is_plain: bool = False


def parse_formula(text: str) -> Formula:
    """Raises FormulaFault."""
    if len(text) > _LONGEST:
        raise FormulaFault(f"計算式太長（最多 {_LONGEST} 字）。", _LONGEST)
    return _Parser(text).formula()


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

    def __init__(self, text: str) -> None:
        self.text = text
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
            work: Work = lambda known: _in_words(inside.work(known))  # noqa: E731
        else:
            work = self._sum().work
            inside = None
        if self.next < len(self.tokens):
            token = self.tokens[self.next]
            raise FormulaFault(f"不應該有「{token.text}」，是不是少了 + - × ÷？", token.at)
        return Formula(told, tuple(self.uses), inside is not None, work, label)

    def _sum(self) -> _Part:
        first = self._product()
        rest: list[tuple[int, _Part]] = []
        while (sign := self._taken("+", "-")) is not None:
            rest.append((1 if sign == "+" else -1, self._product()))
        if not rest:
            return first
        parts = [(1, first), *rest]
        return _Part(lambda known: _added(parts, known), all(p.is_plain for _, p in parts))

    def _product(self) -> _Part:
        begin = len(self.uses)
        parts: list[tuple[str, _Part]] = [("*", self._single())]
        while (sign := self._taken("*", "/")) is not None:
            parts.append((sign, self._single()))
        if len(parts) == 1:
            return parts[0][1]
        self.uses[begin:] = [Use(use.path, use.total, True) for use in self.uses[begin:]]
        return _Part(
            lambda known: _multiplied(parts, known), all(part.is_plain for _, part in parts)
        )

    def _single(self) -> _Part:
        if self.next >= len(self.tokens):
            raise FormulaFault("計算式在這裡就結束了，後面還少一個欄位或數字。", len(self.text) + 1)
        token = self.tokens[self.next]
        if token.kind in ("number", "percent"):
            self.next += 1
            number = Fraction(token.text.replace(",", "")) / (100 if token.kind == "percent" else 1)
            return _Part(lambda _: number, is_plain=True)
        if self._taken("(") is not None:
            return self._bracketed(token)
        if token.kind != "word":
            raise FormulaFault(f"這裡要是欄位或數字，不是「{token.text}」。", token.at)
        if token.text in ROUNDINGS and self._is_function(token.text):
            self.next += 2
            way, inside = ROUNDINGS[token.text], self._bracketed(token)
            return _Part(lambda known: _rounded(inside.work(known), way))
        if self._is_at(self.next + 1, "("):
            known = "、".join([*ROUNDINGS, UPPERCASE])
            reason = "國字大寫要寫在最外面" if token.text == UPPERCASE else f"可用的有：{known}"
            raise FormulaFault(f"這裡不能用「{token.text}(…)」；{reason}。", token.at)
        return self._label()

    def _bracketed(self, token: _Token) -> _Part:
        self.depth += 1
        if self.depth > _DEEPEST:
            raise FormulaFault("括號一層包一層太深。", token.at)
        inside = self._sum()
        self._expect(")")
        self.depth -= 1
        return inside

    def _label(self) -> _Part:
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
        use = Use(tuple(words), total)
        self.uses.append(use)
        return _Part(lambda known: value_of(use, known))

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


def value_of(use: Use, known: Known) -> Fraction | None:
    """What a label stands for, as a number; None where nothing is given."""
    found = [*_values(known, use.path)]
    if use.total == "筆數":
        return Fraction(len(found)) if found else None  # a blank form prints blank
    numbers = [number for number in map(as_number, found) if number is not None]
    if not numbers:
        return None
    if use.total == "平均":
        return sum(numbers, Fraction()) / len(numbers)
    if use.total in ("最大", "最小"):
        return (max if use.total == "最大" else min)(numbers)
    return sum(numbers, Fraction()) if use.total else numbers[0]


def as_number(value: object) -> Fraction | None:
    """A fact as a number; None where it is none."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal | Fraction):
        return None
    return Fraction(value)


def part_of(value: Any, label: str) -> Any:
    """What stands under a label of a form, group or row."""
    if isinstance(value, Facts):
        try:
            return getattr(value, name_of(type(value), label))
        except KeyError:
            return None
    return cast(Known, value).get(label) if isinstance(value, Mapping) else None


def _values(known: Any, path: Sequence[str]) -> Iterator[Any]:
    """The values at a path, through the rows of the lists that lie on it."""
    if isinstance(known, list | tuple):
        for row in cast(Sequence[Any], known):
            yield from _values(row, path)
    elif path:
        yield from _values(part_of(known, path[0]), path[1:])
    elif not is_blank(known):
        yield known


def _added(parts: Sequence[tuple[int, _Part]], known: Known) -> Fraction | None:
    """The sum of what is there; a number in the formula makes none by itself."""
    values = [(sign, part, part.work(known)) for sign, part in parts]
    told = [value for _, part, value in values if not part.is_plain]
    if told and all(value is None for value in told):
        return None
    return sum((sign * value for sign, _, value in values if value is not None), Fraction())


def _multiplied(parts: Sequence[tuple[str, _Part]], known: Known) -> Fraction | None:
    result = Fraction(1)
    for sign, part in parts:
        value = part.work(known)
        if value is None or (sign == "/" and not value):
            return None
        result = result * value if sign == "*" else result / value
    return result


def _rounded(value: Fraction | None, way: str) -> Fraction | None:
    if value is None:
        return None
    if way == "nearest":  # 0.5 goes up, as people are taught; Python rounds it to the even
        return Fraction((value + Fraction(1, 2)).__floor__())
    return Fraction(value.__floor__() if way == "floor" else value.__ceil__())


def _in_words(value: Fraction | None) -> str | None:
    return None if value is None else uppercase_amount(as_decimal(value))


def as_decimal(value: Fraction) -> int | Decimal:
    """A fraction as a number that people write, with at most ten decimal places."""
    if value.denominator == 1:
        return value.numerator
    places = Fraction((value * 10**10).__round__(), 10**10)
    return Decimal(places.numerator) / Decimal(places.denominator)
