"""Contacts: companies and the people in them."""
