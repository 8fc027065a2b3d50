"""Subsidy rates (補助比率) of 計畫三 and 計畫四, 國教署 活化教學與多元學習: a table to look up.

「計畫三及計畫四：補助比率如附件十二」 (五(二)). The figures to compute with are in
`jingjin_forms.programmes.active_teaching.subsidies`; a test holds the two together.

Source: 教育部國民及學前教育署補助國民小學及國民中學活化教學與多元學習作業要點, 附件十二.
"""

from jingjin_forms.forms.form import Form


class SubsidyRates(Form):
    """附件十二 補助比率. It has nothing to fill in."""

    title = "補助比率"
    annex = "附件十二"
