"""One record as programs hold it: a mapping, or what is as good as one."""

import dataclasses
from collections.abc import Callable, Iterable, Mapping
from typing import Any, ClassVar, Protocol, TypeAlias, cast

from pydantic import BaseModel


class _Keyed(Protocol):
    """A row of sqlite3, a Series of pandas."""

    def keys(self) -> Iterable[Any]: ...

    def __getitem__(self, key: Any, /) -> Any: ...


class _Named(Protocol):
    """A named tuple, a row of SQLAlchemy."""

    def _asdict(self) -> Mapping[str, Any]: ...


class _Dataclass(Protocol):
    __dataclass_fields__: ClassVar[dict[str, Any]]


Record: TypeAlias = Mapping[str, Any] | BaseModel | _Keyed | _Named | _Dataclass
"""What `record_of` takes, for type checkers."""


def record_of(given: object) -> Mapping[Any, Any] | None:
    """Names and values of a mapping, a form or another pydantic model, a named tuple, a dataclass,
    a row of a database (sqlite3's, SQLAlchemy's) or a pandas Series, whose NaN is nothing.

    None for what is no record.
    """
    if isinstance(given, Mapping):
        return cast("Mapping[Any, Any]", given)
    if isinstance(given, str | bytes | type):  # nearly all that is none
        return None
    if isinstance(given, BaseModel):
        return given.model_dump()
    if (as_dict := _method(given, "_asdict")) is not None:
        return as_dict()
    if dataclasses.is_dataclass(given):
        return {field.name: getattr(given, field.name) for field in dataclasses.fields(given)}
    return _by_keys(given)


def _by_keys(given: Any) -> Mapping[Any, Any] | None:
    """What has keys as a mapping has them; not a table, whose keys are its columns."""
    if _method(given, "keys") is None or getattr(given, "ndim", 1) != 1:
        return None
    without_nan = _method(given, "dropna")
    given = given if without_nan is None else without_nan()
    return {key: given[key] for key in given.keys()}  # noqa: SIM118 (it is no mapping)


def _method(given: object, name: str) -> Callable[[], Any] | None:
    method = getattr(given, name, None)
    return method if callable(method) else None
