"""`python -m tests.pages.sheet FOLDER [--word] [FORM …]`: the pages of each form, to look through.

One PNG a form: its pages blank, filled as the sample and full (60 rows in each table, long texts),
side by side, one row each, with name and number above every page. With `--word` the lines are as
high as Word sets them (see `word_font`).
"""

import argparse
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2
from PIL import Image, ImageDraw, ImageFont

from jingjin_forms.forms.catalog import keys
from jingjin_forms.forms.form import Form
from tests.pages.papers import variants
from tests.pages.rendered import A4, Documents, rendered
from tests.pages.word_font import solid_font, word_fonts

CAPTION = 22  # pixels above each page
GAP = 8  # pixels around each page
MOST_IN_A_ROW = 8  # pages; what a long paper has more of goes on below

Row = list[tuple[str, Image.Image]]


def main(arguments: list[str] | None = None) -> None:
    """Write the sheets and say where each is."""
    parser = argparse.ArgumentParser(prog="python -m tests.pages.sheet", description=__doc__)
    parser.add_argument("folder", type=Path, help="where the pictures go")
    parser.add_argument("forms", nargs="*", help="a part of their keys; all unless given")
    parser.add_argument("--word", action="store_true", help="lines as high as Word's")
    parser.add_argument("--scale", type=float, default=1.0, help="pixels to the point")
    options = parser.parse_intermixed_args(arguments)
    options.folder.mkdir(parents=True, exist_ok=True)
    wanted = [key for key in keys() if any(part in key for part in options.forms or [""])]
    with TemporaryDirectory() as made:
        fonts = word_fonts(Path(made)) if options.word else None
        papers = {
            f"{key} {kind}": facts.to_bytes()
            for key in wanted
            for kind, facts in shown(key).items()
        }
        with rendered(papers, fonts) as documents:
            for key in wanted:
                target = options.folder / f"{key.replace('/', '-')}.png"
                sheet(of_form(documents, key), options.scale).save(target)
                print(target)


def shown(key: str) -> dict[str, Form]:
    """What is looked at, the blank form first."""
    found = variants(key)
    return {"blank": found.pop("blank"), **found}


def of_form(documents: Documents, key: str) -> Documents:
    """The documents of one form, by kind."""
    start = f"{key} "
    return {t.removeprefix(start): d for t, d in documents.items() if t.startswith(start)}


def sheet(documents: Documents, scale: float = 1.0) -> Image.Image:
    """The pages of the papers, a row or more for each."""
    rows = [row for title, document in documents.items() for row in _rows(title, document, scale)]
    width, height = (round(side * scale) + GAP for side in A4)
    height += CAPTION
    made = Image.new("RGB", (max(map(len, rows)) * width + GAP, len(rows) * height + GAP), "gray")
    drawn, font = ImageDraw.Draw(made), _font()
    for down, row in enumerate(rows):
        for right, (caption, page) in enumerate(row):
            left, top = GAP + right * width, down * height
            drawn.text((left, top + 2), caption, "white", font)
            made.paste(page, (left, top + CAPTION))
    return made


def _rows(title: str, document: pypdfium2.PdfDocument, scale: float) -> list[Row]:
    pages = [
        (f"{title} {number}/{len(document)}", page.render(scale=scale).to_pil())
        for number, page in enumerate(document, 1)
    ]
    return [pages[n : n + MOST_IN_A_ROW] for n in range(0, len(pages), MOST_IN_A_ROW)]


def _font() -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    kai = solid_font()
    return ImageFont.truetype(kai, 16) if kai else ImageFont.load_default()


if __name__ == "__main__":
    main()
