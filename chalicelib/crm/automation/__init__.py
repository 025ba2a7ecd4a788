"""What a firm lets happen by itself: triggers, runs, their actions, webhooks, forms."""
