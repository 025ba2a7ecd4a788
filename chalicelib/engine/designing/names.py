"""The names that a tenant may give: its own begin with ``c_``, so that no later version of ours collides with them."""

PREFIX = "c_"
PATTERN = r"c_[a-z0-9](?:[a-z0-9_]{0,37})"
