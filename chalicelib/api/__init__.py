"""The HTTP door: the only part that knows Chalice."""
