# Written by `python -m jingjin_forms.stubs`; change plan_overview.py instead.
# What overrides what is judged there.
# pyright: reportIncompatibleMethodOverride=false

from jingjin_forms.forms.form import Form


class PlanOverview(Form):
    ...
    def __init__(self) -> None: ...
