"""Where a finished form goes: to a path whose suffix says what it becomes, or into an open file."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from jingjin_forms.errors import FileProblemError
from jingjin_forms.files.codes import ANOTHER_KIND
from jingjin_forms.files.handed import deliver, is_writable, name_in, path_of
from jingjin_forms.files.writing import refuse_existing

if TYPE_CHECKING:
    from jingjin_forms.forms.printing import Printed

_WORD, _OPEN, _CONVERTED = ".docx", ".odt", (".odt", ".pdf")


def save_form(
    form: "Printed", out: Any, *, overwrite: bool, template: Any, suffix: str | None
) -> Path | None:
    """See `Form.save`; the path, where it was one."""
    kind = _kind(out, suffix)
    if not is_writable(out) and kind != _WORD:
        refuse_existing(path_of(out), overwrite=overwrite)  # before the slow part
    return deliver(out, content_of_form(form, kind, template), overwrite=overwrite)


def content_of_form(form: "Printed", kind: str, template: Any) -> bytes:
    """The finished file; an .odt from an .odt template, where there is one."""
    if template is None:
        template = (form.odt_template() if kind == _OPEN else None) or form.own_template()
    from jingjin_forms.word.template import as_template

    compiled = as_template(template)
    if compiled.suffix == _OPEN and kind != _OPEN:
        raise FileProblemError(
            f"範本「{compiled.path.name}」是 .odt，不能存成 {kind}："
            "請存成 .odt，或把範本用 LibreOffice 另存成 .docx 再填。"
        )
    content = form.to_bytes(compiled)
    if compiled.suffix == kind:
        return content
    from jingjin_forms.export import convert

    return convert({form.title: content}, kind)[form.title]


def _kind(out: Any, suffix: str | None) -> str:
    """What it becomes. An open file may have a name that says so, or none: then it is Word's."""
    wanted = suffix and f".{suffix.lower().removeprefix('.')}"
    if is_writable(out):
        named = Path(name_in(out)).suffix.lower()
        kind, called = wanted or (named if named in _CONVERTED else _WORD), f"「{suffix}」"
    else:
        path = path_of(out)
        kind, called = path.suffix.lower(), f"「{path.name}」的副檔名"
        if wanted not in (None, kind):
            raise FileProblemError(f"{called}與 suffix「{suffix}」不同，請只給一個。")
    if kind not in (_WORD, *_CONVERTED):
        raise FileProblemError(f"{called}要是 .docx、.odt 或 .pdf。", code=ANOTHER_KIND)
    return kind
