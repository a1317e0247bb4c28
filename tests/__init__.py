"""The tests, by wing, with the engines and helpers they share."""
