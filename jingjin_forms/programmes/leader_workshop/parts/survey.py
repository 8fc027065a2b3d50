"""The workshop survey: its five statements and how far a participant agrees with each.

Both the sheet that participants fill in and the result counted from all sheets are made of these.

Source: 花蓮縣113學年度…學校教師學習社群召集人增能研習實施計畫, last page (研習活動回饋表).
分組人入編排 (人員) is printed so.
"""

from collections.abc import Sequence
from typing import Annotated, Any, cast

from pydantic import BeforeValidator

from jingjin_forms.values.choice import Answers, Checklist, Choice


class Agreement(Choice):
    """符合程度."""

    STRONGLY_DISAGREE = "1"
    DISAGREE = "2"
    NEUTRAL = "3"
    AGREE = "4"
    STRONGLY_AGREE = "5"


STATEMENTS = (
    "本次研習主講者講述表達恰當、分析內容精闢。",
    "本次研習分組人入編排適合主題討論。",
    "本次研習活動流程安排適當、環境適當。",
    "本次研習能讓我理解教師專業學習社群的理念。",
    "本次研習能讓我具有教師專業學習社群的規劃與經營的能力和策略。",
)


def _as_texts(given: Any) -> Any:
    """The marks of a list or mapping, numbers (also a spreadsheet's 4.0) as the options' texts."""
    if isinstance(given, dict):
        marks = cast(dict[Any, Any], given)
        return {item: _as_text(mark) for item, mark in marks.items()}
    if isinstance(given, list | tuple):
        return [_as_text(mark) for mark in cast(Sequence[Any], given)]
    return given


def _as_text(mark: Any) -> Any:
    """1 to 5 as a text; anything else is for `Checklist` to refuse."""
    is_number = isinstance(mark, int | float) and not isinstance(mark, bool)
    return str(int(mark)) if is_number and mark in range(1, 6) else mark


AgreementMarks = Annotated[Answers, Checklist(Agreement, STATEMENTS), BeforeValidator(_as_texts)]
"""One participant's mark from 1 to 5 for each statement, as texts or numbers."""
