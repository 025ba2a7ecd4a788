"""Marketing: whom a firm may write to, what it says to them, and what came of it."""
