"""What the team says among themselves on a record: comments, mentions, followers."""
