"""Which fields of a tagged Word file our forms know, and which are texts: for `jingjin show`."""

from collections.abc import Iterator

from jingjin_forms.facts.labels import figures_of
from jingjin_forms.forms.form import Form
from jingjin_forms.forms.tagged.fields import walked
from jingjin_forms.forms.tagged.form import TaggedForm
from jingjin_forms.forms.tagged.spec import FieldKind

_REMEDY = '　　要當金額、日期…，在標籤裡加上 |元、|民國日期、|整數、|選項("甲","乙")。'


def field_notes(form: type[Form]) -> Iterator[str]:
    """Lines for people; none for forms that are more than a Word file."""
    if not issubclass(form, TaggedForm):
        return
    known: list[str] = []
    texts: list[str] = []
    for path, field in walked(form.spec.fields):
        name = ".".join(path)
        if field.fields or (len(path) == 1 and field.label in figures_of(form)):
            continue
        if field.is_known:
            known.append(f"{name}（{field.kind}）")
        elif field.kind is FieldKind.TEXT:
            texts.append(name)
    if known:
        yield f"\n認得的欄位　{'、'.join(known)}"
    if texts:
        yield f"當文字的欄位　{'、'.join(texts)}"
        yield _REMEDY
