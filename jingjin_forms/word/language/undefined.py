"""Missing values while diagnosing: written down, not raised, so that the next is found."""

import difflib
from collections.abc import Callable, Iterator, Mapping
from typing import Any, ClassVar, cast

from jinja2 import StrictUndefined
from jinja2.exceptions import SecurityError
from jinja2.utils import missing

REFUSED = "這個標籤想使用範本不准使用的程式功能，已拒絕。"

Record = Callable[[StrictUndefined], None]

_CALCULATIONS = (
    *("add", "radd", "sub", "rsub", "mul", "rmul", "truediv", "rtruediv", "floordiv"),
    *("rfloordiv", "mod", "rmod", "pow", "rpow", "neg", "pos", "call"),
    *("eq", "ne", "lt", "le", "gt", "ge"),
)
_ANSWERS = {
    "str": "", "len": 0, "bool": False, "int": 0, "float": 0.0, "hash": 0,
    "contains": False,
}  # fmt: skip


class _Recorded(StrictUndefined):
    """A missing value that is written down when it is used, and then stays quiet."""

    record: ClassVar[Record]

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return self

    def __getitem__(self, _: Any) -> Any:
        return self

    def __iter__(self) -> Iterator[Any]:
        type(self).record(self)
        return iter(())


def _answering(answer: Any) -> Callable[..., Any]:
    def use(self: _Recorded, *others: Any, **_: Any) -> Any:
        for value in (self, *others):
            if isinstance(value, StrictUndefined):
                type(self).record(value)
        return self if answer is missing else answer

    return use


# Every use that StrictUndefined refuses is one of these.
for _name in _CALCULATIONS:
    setattr(_Recorded, f"__{_name}__", _answering(missing))
for _name, _answer in _ANSWERS.items():
    setattr(_Recorded, f"__{_name}__", _answering(_answer))


def recorded_undefined(record: Record) -> type[StrictUndefined]:
    """A class of missing values that call `record` when used, then stay quiet."""
    return type("RecordedUndefined", (_Recorded,), {"record": staticmethod(record)})


def explain_missing(value: StrictUndefined, mapping: Mapping[str, Any]) -> str:
    """Why there is no value, with the nearest name that has one."""
    # jinja2 keeps what it knows of a missing value in these, documented for subclasses.
    if value._undefined_exception is SecurityError:  # pyright: ignore[reportPrivateUsage]
        return REFUSED
    name = str(value._undefined_name)  # pyright: ignore[reportPrivateUsage]
    owner: Any = value._undefined_obj  # pyright: ignore[reportPrivateUsage]
    message = f"這一項資料裡沒有「{name}」"
    if owner is missing:
        message, owner = f"資料裡沒有「{name}」", mapping
    known = cast(Any, owner if isinstance(owner, Mapping) else getattr(owner, "__dict__", {}))
    names = [str(key) for key in known]
    near = difflib.get_close_matches(name, names, n=1, cutoff=0.5)
    return f"{message}，是不是「{near[0]}」？" if near else f"{message}，請補上資料或改標籤。"
