"""Tests of views, pages and their bytes."""
