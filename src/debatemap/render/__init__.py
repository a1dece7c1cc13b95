"""Argument graphs and positions to pictures and pages."""
