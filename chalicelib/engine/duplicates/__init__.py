"""Records that may be one and the same: rules, candidates, scores, the list to review."""
