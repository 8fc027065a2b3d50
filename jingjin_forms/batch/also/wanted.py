"""What is wanted beside the Word files of a batch, looked at before the first row."""

from collections.abc import Iterable

from jingjin_forms.batch.kinds import Kind
from jingjin_forms.batch.places.beside import OPEN
from jingjin_forms.errors import FileProblemError
from jingjin_forms.files.handed import StrPath


def formats_wanted(
    given: str | Iterable[str], kind: Kind, out: StrPath | None, name: str, option: str
) -> tuple[str, ...]:
    """The suffixes that `odt,pdf` names; `option` is where they were given, `name` the pattern.

    Raises FileProblemError for others, where no files are made or not in a folder of this machine,
    for packets that are archives, and where nothing of it can be made without LibreOffice.
    """
    from jingjin_forms.export import formats_named, need_some

    if out is None or "://" in str(out):
        where = "只檢核、不產生檔案時" if out is None else f"檔案寫到「{out}」，不在本機，"
        raise FileProblemError(f"{where}不能用 {option}。")
    if name.endswith(".zip"):
        raise FileProblemError(
            f"檔名樣式「{name}」把每一份送件打包成 .zip，不能與 {option} 一起用；"
            "請讓每一份是一個資料夾，再用 --zip 打包。"
        )
    suffixes = formats_named(given, option)
    if kind.suffix == OPEN and suffixes != (OPEN,):
        raise of_odt(kind, option)
    suffixes = tuple(suffix for suffix in suffixes if suffix != kind.suffix)
    need_some(suffixes, has_templates=kind.has_odt())
    return suffixes


def of_odt(kind: Kind, option: str) -> FileProblemError:
    """The error for what is made of Word files alone, where the papers are none."""
    return FileProblemError(
        f"「{kind.key}」是 .odt，產生的也是 .odt，不能用 {option}："
        "請把範本用 LibreOffice 另存成 .docx，用那一份。"
    )
