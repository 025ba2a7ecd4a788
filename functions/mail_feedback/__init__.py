"""Behind the queue of what becomes of mails."""
