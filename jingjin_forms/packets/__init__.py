"""An application and the papers that are handed in for it, under their official names."""
