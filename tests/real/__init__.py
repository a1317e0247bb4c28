"""Tests of the real portal's record: that all of it is there, and that it says nothing the papers do not."""
