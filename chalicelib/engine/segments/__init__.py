"""Segments: which records belong together, kept as they change and as time passes."""
