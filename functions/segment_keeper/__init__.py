"""Keeps which records are in which segments."""
