"""What follows from a write: the stream's records, given to the stream function as Lambda would."""

from types import SimpleNamespace
from typing import Any

from functions.record_stream import handler

LAMBDA = SimpleNamespace(aws_request_id="bench", get_remaining_time_in_millis=lambda: 60_000)


class Stream:
    """The stream of the records table, read from where it stands."""

    def __init__(self, dynamodb: Any, streams: Any, table: str) -> None:
        self._streams = streams
        self._arn = dynamodb.describe_table(TableName=table)["Table"]["LatestStreamArn"]
        self._iterators: list[str] = []
        self.skip()

    def skip(self) -> None:
        """Forget what has been written so far."""
        shards = self._streams.describe_stream(StreamArn=self._arn)["StreamDescription"]["Shards"]
        self._iterators = [
            self._streams.get_shard_iterator(StreamArn=self._arn, ShardId=shard["ShardId"], ShardIteratorType="LATEST")[
                "ShardIterator"
            ]
            for shard in shards
        ]

    def follow(self) -> int:
        """Let the stream function follow what was written since, and return how many records that were."""
        records: list[dict[str, Any]] = []
        following = []
        for iterator in self._iterators:
            answer = self._streams.get_records(ShardIterator=iterator)
            records += answer["Records"]
            if answer.get("NextShardIterator"):
                following.append(answer["NextShardIterator"])
        self._iterators = following
        if records:
            handler.handle({"Records": records}, LAMBDA)
        return len(records)
