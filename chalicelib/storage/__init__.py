"""The only place that knows DynamoDB: keys, plans of writes, rows, and the guard that keeps tenants apart."""
