"""Tenants to look at: the sample firm with its six people, and the customers of the CDNOW purchase log."""
