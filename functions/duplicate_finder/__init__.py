"""Lambda entry point: who may be the same as a record that changed."""
