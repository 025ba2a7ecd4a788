"""Looks at the numbers that a firm watches."""
