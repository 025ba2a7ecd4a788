"""What becomes of a mail after it was sent: told by SES and by our own links, judged, noted and counted."""
