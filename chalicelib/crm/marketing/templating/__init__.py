"""Mails that a firm writes for many: a document of blocks, compiled once a version, filled in for each reader."""
