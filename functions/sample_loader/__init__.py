"""Behind the queue of tenants that asked for sample data."""
