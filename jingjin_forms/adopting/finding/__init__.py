"""The blanks of a form: where they are, of what kind, and what each is called."""
