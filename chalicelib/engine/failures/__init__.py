"""What failed for good: listed in the transaction in which it failed, told to those who can mend it, taken up again."""
