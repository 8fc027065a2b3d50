"""The facts of many files in one, with what is to be said of them."""
