"""Types of our forms' fields as kinds of a tagged Word file's, and back."""

from collections.abc import Mapping
from types import UnionType
from typing import Annotated, Any, Union, cast, get_args, get_origin

from pydantic.fields import FieldInfo

from jingjin_forms.facts.labels import Asked
from jingjin_forms.forms.tagged.spec import FieldKind
from jingjin_forms.parts.photo_file import PhotoFile
from jingjin_forms.parts.school import School
from jingjin_forms.values.amount import Money, Quantity
from jingjin_forms.values.roc import RocDate, RocPeriod, SchoolYear
from jingjin_forms.values.text import Count, Text

TYPES: Mapping[FieldKind, Any] = {
    FieldKind.TEXT: Text,
    FieldKind.AMOUNT: Money,
    FieldKind.COUNT: Count,
    FieldKind.NUMBER: Quantity,
    FieldKind.DATE: RocDate,
    FieldKind.PERIOD: RocPeriod,
    FieldKind.SCHOOL: School,
    FieldKind.SCHOOL_YEAR: SchoolYear,
    FieldKind.PHOTO: PhotoFile,
}
"""What a field of one value is made of."""

PARTS: Mapping[FieldKind, frozenset[str]] = {
    FieldKind.SCHOOL: frozenset(str(field.title) for field in School.model_fields.values()),
    FieldKind.DATE: frozenset(name for name in vars(RocDate) if not name.isascii()),
    FieldKind.PERIOD: frozenset(name for name in vars(RocPeriod) if not name.isascii()),
}
"""What a template may print of one value: 學校名稱.簡稱, 日期.月, 期間.起."""
TELLING: Mapping[FieldKind, frozenset[str]] = {
    **PARTS,
    FieldKind.SCHOOL: frozenset((School.text_fact, "簡稱")),  # a 縣市 is part of an address too
}
"""Parts by which a name that nobody knows shows what it is."""


def annotation_of(field: FieldInfo) -> Any:
    """The type as it was written, without `None` and without whom it is asked of."""
    annotation: Any = field.annotation
    if get_origin(annotation) in (Union, UnionType):
        inner = tuple(arg for arg in get_args(annotation) if arg is not type(None))
        annotation = inner[0] if len(inner) == 1 else Union[inner]  # noqa: UP007
    if metadata := [piece for piece in field.metadata if not isinstance(piece, Asked)]:
        annotation = Annotated[(annotation, *metadata)]
    return annotation


def kind_of_type(annotation: object) -> FieldKind:
    """The kind that such fields are of; 其他 for any that is not one value of a common kind."""
    known = cast("list[tuple[FieldKind, object]]", [*TYPES.items()])
    return next((kind for kind, type_ in known if type_ == annotation), FieldKind.OTHER)
