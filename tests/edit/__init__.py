"""Tests of writing a site."""
