"""Behind the imports queue."""
