"""What follows from the record: what is public, who stands where, what links where, what is missing."""
