"""What automations can do of themselves: write records, give them to somebody, tell people, call a server."""
