"""Alarms: a number that somebody watches, a rule or its own past that it is held against, and whom it is told."""
