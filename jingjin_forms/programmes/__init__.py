"""One folder per programme: its documents and editions, its forms, its rules, what is handed in."""
