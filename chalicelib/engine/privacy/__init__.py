"""What a person may ask of a firm about their own data: to see all of it, to take it along, to be forgotten."""
