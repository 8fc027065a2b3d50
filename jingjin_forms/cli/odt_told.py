"""What is said of a form whose .odt comes by LibreOffice, as no .odt is filled for it."""

from typing import TYPE_CHECKING

from jingjin_forms.cli.telling import tell

if TYPE_CHECKING:
    from jingjin_forms.forms.form import Form


def remind_of_odt(form: "type[Form]") -> None:
    """Say that .odt is converted for this form, and what makes it fast; nothing where it is not."""
    from jingjin_forms.word.odt_beside import why_not_beside

    ways = [path for _, _, path in form.ways_to_print()]
    for why in filter(None, map(why_not_beside, ways)):
        tell(f"[提醒] {why}", err=True)
    if not form.has_odt_template() and not any(map(why_not_beside, ways)):
        tell(
            f"[提醒] 「{ways[0].name}」旁邊沒有「{ways[0].stem}.odt」，.odt 由 LibreOffice 轉檔，"
            "比較慢；把範本另存成 .odt 放在旁邊，就直接填。",
            err=True,
        )
