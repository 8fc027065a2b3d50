"""Facts as they were read, one by one and as cells."""
