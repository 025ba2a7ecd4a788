"""Keeps what other records say about a record."""
