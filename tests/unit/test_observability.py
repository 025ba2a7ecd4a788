import json

from chalicelib import observability


def test_a_metric_is_one_line_with_its_dimensions(capsys):
    observability.metric("RecordParked", 2, function="record_stream")

    (line,) = capsys.readouterr().out.splitlines()
    told = json.loads(line)
    assert told["RecordParked"] == [2.0]
    assert told["function"] == "record_stream"
    assert told["_aws"]["CloudWatchMetrics"][0]["Namespace"] == "Tendero"


def test_a_metric_says_nothing_of_the_one_before(capsys):
    observability.metric("RecordParked", function="record_stream")
    observability.metric("MailSent", kind="invitation")

    _first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert "RecordParked" not in second
    assert "function" not in second
