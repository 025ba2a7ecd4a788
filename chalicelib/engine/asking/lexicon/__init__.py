"""The words of each language that no firm changes: what asks, compares, negates and joins."""
