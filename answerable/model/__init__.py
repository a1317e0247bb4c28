"""The record: what kinds of things a portal holds, what a date can mean, what a badge may say."""
