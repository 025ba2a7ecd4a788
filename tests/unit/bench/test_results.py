"""What a measurement of its own has found outlives the next run of the others."""

import json
from pathlib import Path

from bench import report
from bench.largest import measure


def test_figures_of_their_own_stay_beside_the_others_and_are_replaced_by_their_next(tmp_path: Path) -> None:
    path = tmp_path / "results.json"

    report.keep(path, "a thousand mails", {"rcu": 28.23041})
    report.write(path, [], None, [], measure())
    report.keep(path, "a thousand mails", {"rcu": 21})

    kept = json.loads(path.read_text())
    assert kept["a thousand mails"] == {"rcu": 21}
    assert kept["rows"] == []
    assert kept["largest_tenant"]
