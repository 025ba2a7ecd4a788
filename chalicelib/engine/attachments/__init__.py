"""Files of records: uploaded into quarantine, looked at, cleaned, versioned, handed out."""
