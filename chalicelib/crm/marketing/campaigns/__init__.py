"""Campaigns: planned in detail, sent to each once, stopped at any moment."""
