"""Behind the stream of the deliveries table."""
