"""Letting the stream's function see what has happened, once, and in the order in which it happened."""

from functions.record_stream import handler
from tests.functional.importing.desk import LambdaContext
from tests.functional.pipeline.aws_around import stream_of
from tests.world import World


class Follower:
    """The function behind the stream of records, called when a test says so."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.seen = 0

    def follow(self) -> None:
        """Hand over whatever is new."""
        records = stream_of(self.world.settings.prefix)[self.seen :]
        self.seen += len(records)
        for start in range(0, len(records), 100):
            handler.handle({"Records": records[start : start + 100]}, LambdaContext())
