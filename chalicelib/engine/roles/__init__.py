"""What each role may do, as data: declared for every firm, overridden and added to by each."""
