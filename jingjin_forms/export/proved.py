"""Word files converted, and each result held against its Word file: what lost something is none."""

from collections.abc import Sequence
from threading import Event

from jingjin_forms.export.constant_pdf import constant_pdf
from jingjin_forms.export.loose_rows import with_loose_rows
from jingjin_forms.export.pdf import need_pdfium
from jingjin_forms.export.proof import loss
from jingjin_forms.export.starts import Source, made_of
from jingjin_forms.export.together import made_together


def converted(contents: Sequence[bytes], suffix: str, stop: Event) -> list[bytes | str]:
    """Each content converted, or the reason why not. LibreOffice is ended when `stop` is set.

    A PDF that lacks something is made once more with rows that may break over the page. Raises
    FileProblemError as `made_of` does, or when pypdfium2 is missing.
    """
    if suffix == ".pdf":
        need_pdfium()  # before the slow part: without it nothing can be proved
        results = _proved(contents, made_together(contents, stop=stop), suffix)
        _mend(contents, results, stop)
    else:  # an .odt has no pages yet, so no row can fall off one
        results = _proved(contents, unproved(contents, suffix, stop), suffix)
    return [str(result) if isinstance(result, _Lost) else result for result in results]


def unproved(contents: Sequence[bytes], suffix: str, stop: Event) -> list[bytes | str]:
    """Each content as LibreOffice converts it, be it whole or not, or why it does not."""
    return made_of([Source(content) for content in contents], suffix, stop=stop)


def _mend(contents: Sequence[bytes], results: list[bytes | str], stop: Event) -> None:
    """Put PDFs whose rows may break over the page where those with whole rows have lost some."""
    lacking = [n for n, result in enumerate(results) if isinstance(result, _Lost)]
    loose = {n: with_loose_rows(contents[n]) for n in lacking}
    changed = [n for n in lacking if loose[n] != contents[n]]
    made = unproved([loose[n] for n in changed], ".pdf", stop)
    for n, again in zip(changed, made, strict=True):
        constant = constant_pdf(again, contents[n]) if isinstance(again, bytes) else again
        [results[n]] = _proved([contents[n]], [constant], ".pdf")


class _Lost(str):
    """Why a file is not handed out that was converted."""


def _proved(
    contents: Sequence[bytes], made: Sequence[bytes | str], suffix: str
) -> list[bytes | str]:
    """What was made, but for files that lack something: of those, what."""
    return [
        (_Lost(loss(content, result, suffix)) or result) if isinstance(result, bytes) else result
        for content, result in zip(contents, made, strict=True)
    ]
