"""What is done while faults are made: saving, batches, reports, packets, converting, reading."""

import os
import shutil
import stat
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from jingjin_forms import compile_template, get_form, load_packet, programmes
from jingjin_forms.batch import Outcome, fill_many, zip_files
from jingjin_forms.batch.merging import merge_files
from jingjin_forms.export import convert, convert_files, has_soffice
from jingjin_forms.files.resources import resource_folder
from jingjin_forms.forms.programme import _programmes
from tests.hostile.filling import small_picture

SAMPLES = Path(__file__).parents[2] / "samples"
_BUDGET = "school_based/budget_estimate"
_ROWS = [{"學校名稱": f"第{n}國小", "雜支": n} for n in range(3)]
_OLD, _DAY = b"old", date(2026, 11, 22)
QUICK = "JINGJIN_HOSTILE_QUICK"
"""Environment variable that leaves out what starts LibreOffice."""


class Failed(Exception):
    """Something was not done, and the caller was told so otherwise than by an exception."""


@dataclass(frozen=True)
class Scenario:
    """One thing a user does: what lies there before, and the doing."""

    name: str
    act: Callable[[Path], object]
    prepare: Callable[[Path], object] = lambda _: None


def scenarios(work: Path) -> Iterator[Scenario]:
    """All of them; those that convert only where LibreOffice has made what its stand-in gives."""
    sample = get_form(_BUDGET).sample()
    yield Scenario("save", lambda folder: sample.save(folder / "new.docx"))
    yield Scenario(
        "overwrite",
        lambda folder: sample.save(folder / "old.docx", overwrite=True),
        lambda folder: (folder / "old.docx").write_bytes(_OLD),
    )
    yield Scenario("load", _load, _facts_file)
    yield Scenario("template", _template, _template_file)
    yield Scenario("photo", _photo, lambda folder: small_picture(folder / "photo.png"))
    yield Scenario("batch", _batch)
    yield Scenario("batch again", _batch_again, _finished_batch)
    yield Scenario("zip and report", _zip_and_report)
    yield Scenario("report as workbook", _workbook_report)
    yield Scenario("packet", _packet)
    yield Scenario("command", _command, _roster)
    yield Scenario("look for forms", _look_for_forms)
    if has_soffice() and QUICK not in os.environ:
        _stand_in(work, sample.to_bytes())
        yield Scenario("convert", lambda folder: sample.save(folder / "new.pdf"))
        yield Scenario("convert files", _convert_files, _word_files)
        yield Scenario("merge", _merge)


def _facts_file(folder: Path) -> None:
    shutil.copy(get_form(_BUDGET).sample_path(), folder / "facts.yaml")


def _load(folder: Path) -> None:
    get_form(_BUDGET).load(folder / "facts.yaml").save(folder / "new.docx")


def _template_file(folder: Path) -> None:
    shutil.copy(get_form(_BUDGET).template_path(), folder / "template.docx")


def _template(folder: Path) -> None:
    template = compile_template(folder / "template.docx")
    template.fill(get_form(_BUDGET).sample().context(), folder / "new.docx")


def _photo(folder: Path) -> None:
    facts = {"學校名稱": "甲", "照片": [{"照片檔": "photo.png", "說明": "乙"}]}
    form = get_form("school_based/session_result").load(facts, folder=folder)
    form.save(folder / "new.docx")


def _done(report: Any) -> None:
    if failed := [row for row in report if row.outcome is Outcome.FAILED]:
        raise Failed(str(failed))


def _filled(folder: Path, **how: Any) -> Any:
    return fill_many(_BUDGET, _ROWS, folder / "out", name="{列}.docx", **how)


def _batch(folder: Path) -> None:
    _done(_filled(folder))


def _finished_batch(folder: Path) -> None:
    _filled(folder)
    (folder / "out" / "1.docx").unlink()


def _batch_again(folder: Path) -> None:
    _done(_filled(folder, on_exists="skip"))


def _zip_and_report(folder: Path) -> None:
    report = _filled(folder)
    report.save(folder / "report.json")
    _done(report)
    zip_files(report, folder / "out", folder / "all.zip")


def _workbook_report(folder: Path) -> None:
    report = _filled(folder)
    report.save(folder / "report.xlsx")
    _done(report)


def _packet(folder: Path) -> None:
    source = SAMPLES / "packets" / "school_based" / "application.yaml"
    saved = load_packet(source).save(folder / "out", archive=True)
    if saved.packet.problems:
        raise Failed(str(saved.packet.problems))


def _roster(folder: Path) -> None:
    lines = ["學校名稱,雜支", *(f"{row['學校名稱']},{row['雜支']}" for row in _ROWS)]
    (folder / "roster.csv").write_text("\n".join(lines), encoding="utf-8")


def _command(folder: Path) -> None:
    """The batch command; it may end with an exit code, never with a traceback."""
    from jingjin_forms.cli import main

    out, report = str(folder / "out"), str(folder / "report.json")
    words = ["batch", str(folder / "roster.csv"), "--form", _BUDGET, "-o", out, "--report", report]
    before, sys.argv = (
        sys.argv,
        ["jingjin", *words, "--name", "{列}.docx", "--zip", str(folder / "all.zip")],
    )
    try:
        main()
    except SystemExit as ended:
        if ended.code:
            raise Failed(f"exit code {ended.code}") from None
    finally:
        sys.argv = before


def _look_for_forms(_: Path) -> None:
    """As a process does that has just started."""
    resource_folder.cache_clear()
    for programme in _programmes.__wrapped__(tuple(programmes.__path__)):
        assert programme.editions
        for name in programme.modules:
            if not programme.file("template", name, None).is_absolute():
                raise Failed(name)


def _word_files(folder: Path) -> None:
    for name in ("a.docx", "b.docx"):
        (folder / name).write_bytes(get_form(_BUDGET).sample().to_bytes())


def _convert_files(folder: Path) -> None:
    done = convert_files([folder / "a.docx", folder / "b.docx"], ".odt")
    if problems := [one.problem for one in done if one.problem]:
        raise Failed("；".join(problems))


def _merge(folder: Path) -> None:
    """Each of the papers is the one that the stand-in gives."""
    facts = [get_form(_BUDGET).sample()] * 3
    report = fill_many(_BUDGET, facts, folder / "out", name="{列}.docx")
    _done(report)
    if left_out := merge_files(report, folder / "out", folder / "all.pdf", dated=_DAY):
        raise Failed("；".join(left_out))


_SCRIPT = """#!/bin/sh
# Gives what LibreOffice made of the same file before: it takes a second, this a millisecond.
for word; do case "$word" in
  *:writer8) suffix=odt;; *:writer_pdf_Export*) suffix=pdf;; *.docx) files="$files $word";;
esac; [ "$last" = --outdir ] && out=$word; last=$word; done
mkdir -p "$out"
for file in $files; do
  base=${file##*/}; cp "$(dirname "$0")/made.$suffix" "$out/${base%.docx}.$suffix"
done
"""


def _stand_in(work: Path, content: bytes) -> None:
    """Convert once by LibreOffice itself; from then on a script gives the same."""
    for suffix in (".pdf", ".odt"):
        if not (work / f"made{suffix}").exists():
            (work / f"made{suffix}").write_bytes(convert({"a": content}, suffix)["a"])
    script = work / "soffice"
    script.write_text(_SCRIPT)
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    os.environ["JINGJIN_SOFFICE"] = str(script)
