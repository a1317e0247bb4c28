"""Kinds of record, a file each."""
