"""What came of campaigns: who did what, what it brought, and what would have come without."""
