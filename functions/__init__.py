"""Lambda entry points: decode, call, return. One folder a function, `handler.handle` in each."""
