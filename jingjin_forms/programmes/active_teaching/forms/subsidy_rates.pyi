# Written by `python -m jingjin_forms.stubs`; change subsidy_rates.py instead.
# What overrides what is judged there.
# pyright: reportIncompatibleMethodOverride=false

from jingjin_forms.forms.form import Form


class SubsidyRates(Form):
    ...
    def __init__(self) -> None: ...
