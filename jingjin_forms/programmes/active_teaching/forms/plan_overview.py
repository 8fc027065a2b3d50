"""Overview of the five plans (各款計畫項目一覽表), 國教署 活化教學與多元學習: a table to look up.

Printed as in the seed, with two references that look wrong there. 計畫五 points to
「第七點第二款第5點」, which does not exist: 第三點 is meant. 計畫三 and 計畫四 say 「每校或每班」,
where 第三點 says 每分校或每分班.

Source: 教育部國民及學前教育署補助國民小學及國民中學活化教學與多元學習作業要點, 附件十三.
"""

from jingjin_forms.forms.form import Form


class PlanOverview(Form):
    """附件十三 各款計畫項目一覽表. It has nothing to fill in."""

    title = "各款計畫項目一覽表"
    annex = "附件十三"
