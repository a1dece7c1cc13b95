"""Claims and a thesis to stances, and the relations between scholars."""
