"""Files to Documents and References: one reader a format."""
