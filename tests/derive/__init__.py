"""What follows from the record: tests of generator/derive/."""
