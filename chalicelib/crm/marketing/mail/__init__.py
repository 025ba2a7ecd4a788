"""What a firm sends with: its domains, its senders and its templates."""
