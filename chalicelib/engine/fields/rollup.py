"""How many related records there are, or the sum, least or most of a field of theirs; nobody writes it."""

from dataclasses import replace

from chalicelib.engine.fields.formula import FORMULA

ROLLUP = replace(FORMULA, name="rollup", widget="number")
