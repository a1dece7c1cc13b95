"""Documents and Citations to Claims: cue, source, content, and who holds them."""
