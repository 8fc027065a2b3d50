"""How the papers of 活化教學與多元學習 are handed in: by 四(一), 八 and the 附件 themselves."""

from jingjin_forms.packets.application import Delivery
from jingjin_forms.programmes.active_teaching.source import REGULATION

_FILLED_IN, _HANDED_IN, _REPORTED = "系統填報", "提出申請", "報署"
_SYSTEM = "國中小課程與教學計畫填報系統"
_AGENCY, _COUNTY = "國教署", "地方政府"

_IN_SYSTEM = REGULATION["四(一)2(1)：系統"]
_COMMUNITY = REGULATION["四(一)3(1)：申請"]
_WORKSHOP = REGULATION["四(一)3(1)：研習"]
_ASSOCIATION = REGULATION["四(一)3(2)"]
_VISITING = REGULATION["四(一)4"]

BY_SCHOOLS = (
    Delivery(how=_FILLED_IN, to=_SYSTEM, clause=_IN_SYSTEM),
    Delivery(
        how=_HANDED_IN,
        to="地方政府（地方政府主管之學校）",
        clause=REGULATION["四(一)2(1)：地方政府"],
    ),
    Delivery(
        how=_HANDED_IN, to="國教署（國教署主管之學校）", clause=REGULATION["四(一)2(1)：本署"]
    ),
)
"""計畫一 to 計畫四: who is over the school decides between the last two."""

BY_COMMUNITY = (
    Delivery(how=_FILLED_IN, to=_SYSTEM, clause=_COMMUNITY),
    Delivery(how=_HANDED_IN, to=_AGENCY, clause=_COMMUNITY),
)
OF_WORKSHOP = (Delivery(how=_HANDED_IN, to="指定單位", clause=_WORKSHOP),)
BY_ASSOCIATION = (Delivery(how=_HANDED_IN, to=_AGENCY, clause=_ASSOCIATION),)
OF_WISH = (
    Delivery(how="送件", to="地方政府，彙整後報國教署", clause=REGULATION["三 計畫五 三(三)"]),
)
OF_VISITING = (Delivery(how=_HANDED_IN, to=_COUNTY, clause=_VISITING),)

CHECKLIST = (Delivery(how=_FILLED_IN, to=_SYSTEM, clause=REGULATION["八(一)：檢核表"]),)
FILM = (
    Delivery(how=_REPORTED, copies="五至八分鐘", to=_AGENCY, clause=REGULATION["八(一)：影像"]),
)
CHECKLIST_PLAN_2 = (Delivery(how=_FILLED_IN, to=_SYSTEM, clause=REGULATION["八(二)"]),)
CURRICULUM = (
    Delivery(how="紙本", copies="一冊", to=_AGENCY, clause=REGULATION["附件十：紙本與光碟"]),
    Delivery(how="光碟", copies="一份", to=_AGENCY, clause=REGULATION["附件十：紙本與光碟"]),
)
REPORTS = (Delivery(how=_REPORTED, copies="每季", to=_AGENCY, clause=REGULATION["八(三)"]),)
FEEDBACK = (Delivery(how=_REPORTED, to=_AGENCY, clause=REGULATION["八(三)"]),)
