"""Export: from the records that a person may read to a file that they may keep."""
