"""Forms by which anybody becomes a lead."""
