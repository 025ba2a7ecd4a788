"""The sample firm, Distribuciones Olmedo: what a new workspace may be filled with, and emptied of, in one click."""
