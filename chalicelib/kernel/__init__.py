"""Plain Python that every other part stands on: no AWS, no third party, no state."""
