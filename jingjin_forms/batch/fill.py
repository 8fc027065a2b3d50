"""A table to files: in order and in bounded memory, here or wherever the executor runs."""

from collections.abc import Callable, Iterable
from concurrent.futures import Executor
from datetime import date
from typing import TYPE_CHECKING, Any

from jingjin_forms.batch.also.wanted import formats_wanted
from jingjin_forms.batch.arguments import (
    check_helpers,
    day_of_handing_in,
    template_for,
    what_on_exists,
)
from jingjin_forms.batch.filling import Filling
from jingjin_forms.batch.job import OnExists
from jingjin_forms.batch.kinds import kind_of
from jingjin_forms.batch.naming.names import NAME
from jingjin_forms.batch.report.report import BatchReport
from jingjin_forms.batch.report.results import RowResult
from jingjin_forms.files.handed import Source, StrPath
from jingjin_forms.forms.form import Form
from jingjin_forms.packets.application import Application

if TYPE_CHECKING:
    from jingjin_forms.word import CompiledTemplate


def fill_many(
    form: type[Form] | type[Application] | StrPath,
    rows: Any,
    out: StrPath | None,
    *,
    name: str = NAME,
    executor: Executor | None = None,
    overwrite: bool = False,
    skip: bool = False,
    on_exists: OnExists | None = None,
    on: date | str | None = None,
    folder: StrPath | None = None,
    template: "CompiledTemplate | Source | None" = None,
    progress: Callable[[RowResult], object] | None = None,
    report: BatchReport | None = None,
    also: str | Iterable[str] = (),
) -> BatchReport:
    """Fill the form once for every row and write the files into `out`; of an application, by class
    or key (school_based/application), make the packet.

    `rows` is a table file (.xlsx .xls .ods .csv .json .jsonl .yaml), an iterable of records (as
    `Form.load` takes them) or a DataFrame; `out` a folder or an fsspec URL, or None to check the
    rules only. `name` is the pattern of the file names: labels or English names in braces, and
    {表名}, {編號}, {列}; a form without 學校名稱 has {編號}_{表名}.docx. A file that exists is an
    error of its row, unless one says `overwrite` or `skip`, which lets a batch that was stopped go
    on where it was. `on_exists` says the same in a word ("error", "skip", "overwrite"). `executor`
    runs the rows elsewhere, any `concurrent.futures.Executor`. `on` is the day of handing in (see
    `Form.check`), `folder` where paths of photographs start: unless given, the table's own folder;
    rows that come from no file name no files without it. `template` is one of your own: compiled,
    or what `compile_template` takes. A packet is a folder, called {學校}_{表名} unless said, or a
    .zip where the pattern ends so; one with a fact that cannot be read is not made. `progress` is
    called after each row; what it raises stops the batch, and what was done until then stands in
    `report`, which is filled row by row where one is given.
    `also` ("pdf,odt") is what lies beside each Word file: .odt filled as that is where there is a
    template for it; .pdf, and .odt without one, made by LibreOffice while others are filled. What
    is missing of it stands in `report.missing`; with `skip` it is made the next time. None of it
    is left beside a Word file that it was not made of.

    A bad row stops no other and leaves no file; the report says what became of each. No file is
    overwritten that this batch has not made, but with `overwrite`: then the old files are replaced
    when the whole table has been read, and two rows of one name leave theirs alone. Raises
    FactsError or FileProblemError for what is wrong with the table as a whole.
    """
    check_helpers(progress, executor, report)
    kind = kind_of(form, template_for(template, executor))
    name = kind.pattern(name)
    filling = Filling(
        kind=kind,
        rows=rows,
        out=out,
        name=name,
        on_exists=what_on_exists(overwrite=overwrite, skip=skip, on_exists=on_exists),
        on=day_of_handing_in(on),
        folder=folder,
        executor=executor,
        also=formats_wanted(also, kind, out, name, "also") if also else (),
    )
    report = BatchReport() if report is None else report
    with filling.begun(report, progress) as conversions:
        conversions.finish()
    return report
