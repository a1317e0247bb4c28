"""What goes in and out of the record besides pages: tables, schemas, feeds."""
