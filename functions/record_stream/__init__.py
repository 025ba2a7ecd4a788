"""Behind the stream of the records table."""
