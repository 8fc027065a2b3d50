"""A filled file as flows of text with tables in them."""
