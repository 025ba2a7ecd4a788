"""What Tendero costs: capacity units, AWS calls, CPU and cold start, printed beside what they should be.

The store is AWS's own DynamoDB Local, which counts capacity as DynamoDB does; everything else the API talks to is
answered by a few lines in ``neighbours``. It is a report and no test: a busy machine makes times longer, never units.
"""
