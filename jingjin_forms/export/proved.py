"""Papers converted, and each result held against its Word file: what lost something is none."""

from collections.abc import Sequence
from threading import Event

from jingjin_forms.export.constant_pdf import constant_pdf
from jingjin_forms.export.libreoffice.starts import Source, made_of
from jingjin_forms.export.loose_rows import with_loose_rows
from jingjin_forms.export.pdf import need_pdfium
from jingjin_forms.export.proving.proof import loss
from jingjin_forms.export.together import Paper, made_together


def converted(
    papers: Sequence[Paper], suffix: str, stop: Event, *, shared_fonts: bool = False
) -> list[bytes | str]:
    """Each paper converted, or the reason why not. LibreOffice is ended when `stop` is set; for
    `shared_fonts` see `made_together`.

    A PDF that lacks something is made once more with rows that may break over the page. Raises
    FileProblemError as `made_of` does, or when pypdfium2 is missing.
    """
    contents = [paper.word for paper in papers]
    if suffix == ".pdf":
        need_pdfium()  # before the slow part: without it nothing can be proved
        made = made_together(papers, stop=stop, shared_fonts=shared_fonts)
        proved = {n: _proved(contents[n], pdf, suffix) for n, pdf in made}
        results = [proved[n] for n in range(len(papers))]
        _mend(contents, results, stop)
    else:  # an .odt has no pages yet, so no row can fall off one
        made = unproved(contents, suffix, stop)
        results = [_proved(*pair, suffix) for pair in zip(contents, made, strict=True)]
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
        results[n] = _proved(contents[n], constant, ".pdf")


class _Lost(str):
    """Why a file is not handed out that was converted."""


def _proved(content: bytes, made: bytes | str, suffix: str) -> bytes | str:
    """What was made, unless it lacks something: then what."""
    return _Lost(loss(content, made, suffix)) or made if isinstance(made, bytes) else made
