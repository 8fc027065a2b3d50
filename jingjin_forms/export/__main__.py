"""`python -m jingjin_forms.export [FOLDER] [--check]`: the .odt of templates, made or checked."""

import argparse
import sys
from pathlib import Path

from jingjin_forms.errors import FileProblemError
from jingjin_forms.export.odt_template import rebuild_odt, stale_odt


def main(arguments: list[str] | None = None) -> int:
    """Run the command; 1 when LibreOffice fails or, with --check, an .odt has fallen behind."""
    parser = argparse.ArgumentParser(
        prog="python -m jingjin_forms.export",
        description="由 Word 範本（.docx）做出旁邊的 .odt 範本，要有 LibreOffice",
    )
    parser.add_argument("folder", nargs="?", default="templates", type=Path, help="範本資料夾")
    parser.add_argument("--check", action="store_true", help="只檢查，不寫檔，不用 LibreOffice")
    options = parser.parse_args(arguments)
    if not options.folder.is_dir():
        parser.error(f"沒有這個資料夾：{options.folder}")
    try:
        paths = stale_odt(options.folder) if options.check else rebuild_odt(options.folder)
    except FileProblemError as error:
        print(error, file=sys.stderr)
        return 1
    for path in paths:
        print(f".odt 和 .docx 範本不一致：{path}" if options.check else f"已做好：{path}")
    return 1 if options.check and paths else 0


if __name__ == "__main__":
    sys.exit(main())
