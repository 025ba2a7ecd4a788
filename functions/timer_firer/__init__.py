"""Called by EventBridge Scheduler."""
