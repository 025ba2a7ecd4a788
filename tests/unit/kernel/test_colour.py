"""Contrast, against figures that WCAG's own examples give."""

import pytest

from chalicelib.kernel import colour


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        ("#777777", "#ffffff", 4.48),
        ("#006f4c", "#ffffff", 6.2),
    ],
)
def test_contrast_is_wcags(one: str, other: str, expected: float) -> None:
    assert colour.contrast(one, other) == pytest.approx(expected, abs=0.05)
    assert colour.contrast(other, one) == colour.contrast(one, other)
