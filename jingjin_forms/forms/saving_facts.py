"""Facts to a file beside which their photographs lie."""

import json
import os
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jingjin_forms.errors import FileProblemError
from jingjin_forms.facts.facts_file import parse_yaml
from jingjin_forms.files.codes import ANOTHER_KIND
from jingjin_forms.files.picture_kinds import suffix_of
from jingjin_forms.files.writing import make_folder, refuse_existing, write_file
from jingjin_forms.forms.filled_facts import yaml_facts
from jingjin_forms.forms.paths import is_path

if TYPE_CHECKING:
    from jingjin_forms.forms.form import Form


def save_facts(form: "Form", target: Path, *, overwrite: bool) -> Path:
    """See `Form.save_facts`."""
    suffix = target.suffix.lower()
    if suffix not in (".yaml", ".yml", ".json"):
        told = f"「{target.name}」的副檔名要是 .yaml 或 .json。"
        raise FileProblemError(told, code=ANOTHER_KIND)
    refuse_existing(target, overwrite=overwrite)
    pictures: dict[Path, bytes] = {}
    home = target.absolute().parent

    def named(photograph: Any) -> str:
        source = getattr(photograph, "source", photograph)
        if not isinstance(source, bytes):
            return _from(home, Path(source))
        name = f"{sha256(source).hexdigest()[:12]}{suffix_of(source)}"
        path = target.with_name(f"{target.stem}_照片") / name
        pictures[path] = source
        return f"{path.parent.name}/{name}"

    is_file = is_path(form.key)
    called = _from(home, form.template_path()) if is_file else form.key
    text = yaml_facts(form.whole(), named, called)
    if suffix == ".json":
        text = json.dumps(parse_yaml(text), ensure_ascii=False, indent=2) + "\n"
    for path, content in pictures.items():
        make_folder(path.parent)
        if not path.exists():  # whose name says what is in it
            write_file(path, content, overwrite=True)
    return write_file(target, text.encode(), overwrite=overwrite)


def _from(home: Path, path: Path) -> str:
    """A path as a facts file in a folder names it."""
    try:
        return os.path.relpath(path.absolute(), home).replace(os.sep, "/")
    except ValueError:  # another drive
        return str(path.absolute())
