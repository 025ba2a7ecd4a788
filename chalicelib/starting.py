"""No garbage is collected while a container starts.

Loading modules makes next to no garbage, but each collection walks everything that has been loaded so far, which comes
to a fifth of the CPU of a cold start. ``app`` imports this module first and calls ``done`` last; what is there by then
stays for ever and is left out of every later collection.
"""

import gc

gc.disable()


def done() -> None:
    """Collect garbage from now on, but never look at what the start has loaded."""
    gc.freeze()
    gc.enable()
