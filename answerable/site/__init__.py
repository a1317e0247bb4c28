"""Views, pages and their bytes: what each page shows, and how templates show it."""
