"""Behind the mail queue."""
