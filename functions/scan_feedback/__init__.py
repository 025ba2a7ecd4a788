"""Called with what a scanner says of attachments."""
