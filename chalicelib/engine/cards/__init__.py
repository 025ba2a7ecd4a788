"""The customer at a glance: what they are worth, whether they are going, what was talked about, what to do next."""
