# Written by `python -m jingjin_forms.stubs`; change subsidy_rates.py instead.
# pyright: reportIncompatibleMethodOverride=false  # which is judged there

from jingjin_forms.forms.form import Form


class SubsidyRates(Form):
    ...
    def __init__(self) -> None: ...
