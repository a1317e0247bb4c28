"""The kinds of record, dates and addresses: tests of generator/record/."""
