"""Argument graphs to positions between the poles."""
