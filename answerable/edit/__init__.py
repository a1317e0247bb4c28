"""Forms for new records: what they ask, what may be answered, and the file that comes of it."""
