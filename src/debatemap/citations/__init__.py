"""Documents to Citations: find them, resolve them to works."""
