"""Called with SES's events."""
