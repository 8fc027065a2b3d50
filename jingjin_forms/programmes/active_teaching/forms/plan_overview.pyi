# Written by `python -m jingjin_forms.stubs`; change plan_overview.py instead.
# pyright: reportIncompatibleMethodOverride=false  # which is judged there

from jingjin_forms.forms.form import Form


class PlanOverview(Form):
    ...
    def __init__(self) -> None: ...
