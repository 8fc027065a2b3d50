"""The pattern of a form, made of its template."""
