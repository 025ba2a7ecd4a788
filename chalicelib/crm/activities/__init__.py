"""Activities: tasks, calls, meetings and notes."""
