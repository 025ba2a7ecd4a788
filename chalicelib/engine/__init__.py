"""The object engine: it knows every kind of field and no object by name."""
