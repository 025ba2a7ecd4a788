"""Bulk: one edit of many records as a job, with a verdict for each and a way back."""
