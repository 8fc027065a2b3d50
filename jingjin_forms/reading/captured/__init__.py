"""From what fits where to the facts of a form."""
