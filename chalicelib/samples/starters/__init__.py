"""What a firm can begin with: automations that most want, with their mails, one click to enable."""
