"""Where a batch writes: folders here and elsewhere."""
