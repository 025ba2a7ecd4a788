"""What automations are worth: work saved, what it cost, what failed, and which of them nobody needs."""
