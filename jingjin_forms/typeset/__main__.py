"""`python -m jingjin_forms.typeset [FOLDER] [--check]`: write the templates anew, or check them."""

import argparse
import sys
from pathlib import Path

from jingjin_forms.errors import LayoutError
from jingjin_forms.typeset import rebuild, stale


def main(arguments: list[str] | None = None) -> int:
    """Run the command; 1 when a layout is wrong or, with --check, a .docx has fallen behind."""
    parser = argparse.ArgumentParser(
        prog="python -m jingjin_forms.typeset", description="把版面原稿（.layout）排成 Word 範本"
    )
    parser.add_argument("folder", nargs="?", default="templates", type=Path, help="範本資料夾")
    parser.add_argument("--check", action="store_true", help="只檢查，不寫檔")
    options = parser.parse_args(arguments)
    if not options.folder.is_dir():
        parser.error(f"沒有這個資料夾：{options.folder}")
    try:
        paths = stale(options.folder) if options.check else rebuild(options.folder)
    except LayoutError as error:
        print(error, file=sys.stderr)
        return 1
    for path in paths:
        print(f"範本和原稿不一致：{path}" if options.check else f"已排版：{path}")
    return 1 if options.check and paths else 0


if __name__ == "__main__":
    sys.exit(main())
