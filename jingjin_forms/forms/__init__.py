"""What a form is, which forms there are, and how an empty one is begun."""
