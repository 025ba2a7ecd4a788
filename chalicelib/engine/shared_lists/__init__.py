"""Lists that outsiders see by a link: a supplier, a partner, an adviser, without an account."""
