"""What an author writes: the kind of definition, its triggers, conditions and steps."""
