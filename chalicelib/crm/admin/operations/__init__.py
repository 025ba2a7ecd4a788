"""What an administrator or a newcomer does: signing up and in, users, invitations, API keys; one module a noun."""
