"""What is wrong with a design, told all at once and before anything is written."""

from chalicelib.kernel.errors import FieldError, InvalidInput

MOST = 50


class Faults:
    """The faults found so far."""

    def __init__(self) -> None:
        self.found: list[FieldError] = []

    def add(self, field: str, code: str, message: str) -> None:
        """Note a fault."""
        self.found.append(FieldError(field, code, message))

    def refuse(self) -> None:
        """Refuse the design if it has any fault.

        :raises InvalidInput: naming each.
        """
        if self.found:
            raise InvalidInput("The design was refused.", errors=self.found[:MOST])
