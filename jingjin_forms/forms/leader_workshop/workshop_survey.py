"""Feedback on the workshop (研習活動回饋表), 花蓮縣 社群召集人增能研習.

One sheet is one participant's: five statements, each ticked from 1 (非常不符合) to 5 (非常符合),
and what the participant takes along. Without marks and text it is the paper to copy and hand out.

Source: 花蓮縣113學年度…學校教師學習社群召集人增能研習實施計畫, last page.

Oddities printed as they are: 研習 twice in the title (增能研習研習活動回饋表), 分組人入編排 (人員).
The paper's 「承辦學校」 is the fact 學校名稱, its 「研習日期」 the fact 日期.
"""

from collections.abc import Sequence
from typing import Annotated, Any, cast

from pydantic import BeforeValidator

from jingjin_forms.blocks import Choice, Items, Marks, School, Text
from jingjin_forms.facts import label
from jingjin_forms.form import Form
from jingjin_forms.roc import RocDate


class Agreement(Choice):
    """符合程度."""

    STRONGLY_DISAGREE = "1"
    DISAGREE = "2"
    NEUTRAL = "3"
    AGREE = "4"
    STRONGLY_AGREE = "5"


_STATEMENTS = (
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
    """1 to 5 as a text; anything else is for `Items` to refuse."""
    is_number = isinstance(mark, int | float) and not isinstance(mark, bool)
    return str(int(mark)) if is_number and mark in range(1, 6) else mark


class WorkshopSurvey(Form):
    """研習活動回饋表: one participant's sheet, or the blank one to copy."""

    title = "研習活動回饋表"

    school: School = label("學校名稱", hint="承辦學校，例如 花蓮縣宜昌國小")
    date: RocDate | None = label("日期", None, hint="研習日期，例如 113年10月16日")
    participant: Text = label("參加人員", "", hint="不記名者免填")
    agreement: Annotated[Marks, Items(Agreement, _STATEMENTS), BeforeValidator(_as_texts)] = label(
        "符合程度", (), hint="1 非常不符合 … 5 非常符合"
    )
    reflections: Text = label("研習心得", "", hint="感受最深、最感興趣、最實用而想嘗試的部分")
