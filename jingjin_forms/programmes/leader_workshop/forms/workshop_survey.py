"""Feedback on the workshop (研習活動回饋表), 花蓮縣 社群召集人增能研習.

One sheet is one participant's: five statements, each ticked from 1 (非常不符合) to 5 (非常符合),
and what the participant takes along. Without marks and text it is the paper to copy and hand out.

Source: 花蓮縣113學年度…學校教師學習社群召集人增能研習實施計畫, last page.

Oddities printed as they are: 研習 twice in the title (增能研習研習活動回饋表), 分組人入編排 (人員).
The paper's 「承辦學校」 is the fact 學校名稱, its 「研習日期」 the fact 日期.
"""

from jingjin_forms.facts import label
from jingjin_forms.forms.form import Form
from jingjin_forms.parts import School
from jingjin_forms.programmes.leader_workshop.parts.survey import AgreementMarks
from jingjin_forms.values import Text
from jingjin_forms.values.roc import RocDate


class WorkshopSurvey(Form):
    """研習活動回饋表: one participant's sheet, or the blank one to copy."""

    title = "研習活動回饋表"

    school: School = label("學校名稱", hint="承辦學校，例如 花蓮縣宜昌國小")
    date: RocDate | None = label("日期", None, hint="研習日期，例如 113年10月16日")
    participant: Text = label("參加人員", "", hint="不記名者免填")
    agreement: AgreementMarks = label("符合程度", (), hint="1 非常不符合 … 5 非常符合")
    reflections: Text = label("研習心得", "", hint="感受最深、最感興趣、最實用而想嘗試的部分")
