"""Claims, relations and works to one argument graph."""
