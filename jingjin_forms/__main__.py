"""`python -m jingjin_forms` is the `jingjin` command."""

from jingjin_forms.cli import main

main()
