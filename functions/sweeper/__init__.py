"""Called every five minutes."""
