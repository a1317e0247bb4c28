"""Answerable: a folder of YAML and Markdown becomes a portal that shows what was asked and answered."""
