"""The kinds of record, dates and addresses: tests of answerable/model/."""
