"""Behind the queue of events that somebody may want to be told of."""
