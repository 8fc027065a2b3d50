"""A filled file held against a pattern: what fits where, and what that costs."""
