"""The servers that a firm lets be called, and the calls."""
