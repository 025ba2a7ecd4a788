"""The only part that knows other AWS services than DynamoDB: identity, mail, queues, bus, schedules, files, secrets."""
