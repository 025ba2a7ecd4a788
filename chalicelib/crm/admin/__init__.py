"""Administration: tenants, users, sessions, invitations and API keys."""
