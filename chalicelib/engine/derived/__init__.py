"""Values that nobody writes: formulas computed at reading, formulas over links and rollups kept by the stream."""
