"""Two revisions of a record, loaded alike and compared in meaning: each change with its sentence."""
