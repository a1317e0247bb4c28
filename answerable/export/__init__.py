"""Exports of the record besides its pages: tables, JSON, feeds, calendars, schemas."""
