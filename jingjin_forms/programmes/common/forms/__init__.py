"""Its forms, a module each."""
