"""Records on their way through automations: how they enter, move, wait, end, and are taken back."""
