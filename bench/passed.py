"""What came of a day: who was due, what bringing them took, and what AWS charges for it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bench.crowd import A_DAY, MONTH, YEAR, Crowd
from bench.meter import Bill
from bench.passing import Passing
from chalicelib.engine.prices import A_CALL, LIST, MEMORY_GB


@dataclass(frozen=True, slots=True)
class Passed:
    """What came of a day: who was due, and what bringing them took."""

    due: Mapping[str, int]
    bill: Bill
    invocations: Mapping[str, int]
    calls: Mapping[str, int]
    messages: int
    most: int

    @classmethod
    def of(cls, passing: Passing, bill: Bill, crowds: Sequence[Crowd]) -> "Passed":
        """Return what has come of the day that ends now."""
        now, then = passing.now, passing.now - A_DAY
        due = {
            "leave the year": sum(crowd.inside(YEAR, then) - crowd.inside(YEAR, now) for crowd in crowds),
            "leave the month": sum(crowd.inside(MONTH, then) - crowd.inside(MONTH, now) for crowd in crowds),
            "welcomes go on": sum(crowd.waiting(then) - crowd.waiting(now) for crowd in crowds),
        }
        most = max(passing.most[crowd.house.ctx.tenant] for crowd in crowds)
        return cls(due, bill, dict(passing.invocations), dict(passing.calls), passing.messages, most)

    def show(self, cpu: float, took: float) -> dict[str, float]:
        """Print what the day took, and return it; one like it took so much CPU and time while nobody counted."""
        due, made = sum(self.due.values()), self.calls["scheduler:CreateSchedule"]
        invocations = sum(self.invocations.values())
        costs = self._costs(cpu)
        print(f"\na day: {', '.join(f'{number:,} {name}' for name, number in self.due.items())}")
        print(f"  {invocations:,} invocations: {', '.join(f'{n:,} {name}' for name, n in self.invocations.items())}")
        print(
            f"  {self.bill.calls:,} AWS calls, {self.bill.wcu:,.0f} write units, {self.bill.rcu:,.0f} read units;",
            end=" ",
        )
        print(f"{made:,} schedules asked for, never more than {self.most} of a firm at once")
        print(
            f"  for one who is due: {self.bill.calls / due:.1f} calls, {self.bill.wcu / due:.1f} write units,", end=" "
        )
        print(f"{self.bill.rcu / due:.1f} read units, {cpu / due * 1000:.1f} ms of CPU")
        print("  " + ", ".join(f"{name} ${cost:.4f}" for name, cost in costs.items()), f"= ${sum(costs.values()):.4f}")
        print(f"  such a day took {cpu:.0f} s of CPU here, and {took:.0f} s")
        return {
            "due_a_day": due, "calls_a_day": self.bill.calls, "wcu_a_day": self.bill.wcu, "rcu_a_day": self.bill.rcu,
            "cpu_s_a_day": cpu, "usd_a_day": sum(costs.values()), "schedules_at_once": self.most,
        }  # fmt: skip

    def _costs(self, cpu: float) -> dict[str, float]:
        seconds = cpu + self.bill.calls * A_CALL
        invocations = sum(self.invocations.values())
        return {
            "DynamoDB writes": self.bill.wcu * LIST.write_unit,
            "DynamoDB reads": self.bill.rcu * LIST.read_unit,
            "SQS": 3 * self.messages * LIST.message,
            "EventBridge": self.calls["events:PutEvents"] * LIST.event,
            "schedules": self.invocations["timer_firer"] * LIST.schedule,
            "Lambda": invocations * LIST.call_of_a_function + seconds * MEMORY_GB * LIST.gigabyte_second,
        }
