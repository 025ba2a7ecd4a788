"""One module a field type, each with its whole contract."""
