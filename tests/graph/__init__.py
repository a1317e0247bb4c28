"""What follows from the record: tests of answerable/graph/."""
