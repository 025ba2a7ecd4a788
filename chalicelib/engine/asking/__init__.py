"""Filters asked in plain words: a sentence becomes a tree of conditions, and a tree the sentence that says it."""
