"""Import: from a file of another system to records, with a verdict for every row."""
