"""Behind the stream of the timers table."""
