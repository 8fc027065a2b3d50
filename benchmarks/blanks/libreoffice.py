"""Forms of Taiwan that LibreOffice has written: its own files, kept with their marks.

`python -m benchmarks.blanks.libreoffice` makes them again from the pages below: those of
`PAGES` through OpenDocument, those of `RESAVED` through Word's way of writing.
"""

import subprocess
import tempfile
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path

from benchmarks.blanks.corpus import MarkedForm
from benchmarks.blanks.libreoffice_pages import PAGES, RESAVED
from benchmarks.blanks.marked import packed, parts_of
from benchmarks.blanks.writers.odf import Odf
from benchmarks.blanks.writers.page import Page
from benchmarks.blanks.writers.word import Word

FILES = Path(__file__).parent / "libreoffice_files"


def kept(folder: Path, name: str) -> Mapping[str, bytes]:
    return parts_of((folder / f"{name}.docx").read_bytes())


def written(
    folder: Path, pages: Iterable[Callable[[], Page]], resaved: Iterable[Callable[[], Page]]
) -> None:
    """Has LibreOffice write each page into the folder; needs `soffice` on the path."""
    with tempfile.TemporaryDirectory() as work:
        sources: list[Path] = []
        for made in pages:
            sources.append(Path(work) / f"{made.__name__}.fodt")
            sources[-1].write_text(Odf().flat(made()), encoding="utf-8")
        for made in resaved:
            sources.append(Path(work) / f"{made.__name__}.docx")
            sources[-1].write_bytes(packed(Word().parts(made())))
        subprocess.run(
            [
                "soffice",
                "--headless",
                f"-env:UserInstallation={Path(work).as_uri()}/profile",
                "--convert-to",
                "docx:MS Word 2007 XML",
                "--outdir",
                folder,
                *sources,
            ],
            check=True,
            timeout=300,
            capture_output=True,
        )


FORMS = tuple(
    MarkedForm(made().title, "LibreOffice", partial(kept, FILES, made.__name__))
    for made in (*PAGES, *RESAVED)
)

if __name__ == "__main__":
    FILES.mkdir(exist_ok=True)
    written(FILES, PAGES, RESAVED)
