"""In what facts differ from others."""
