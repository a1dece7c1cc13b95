"""debatemap: who claims what in a debate, who answers whom, and where each stands."""
