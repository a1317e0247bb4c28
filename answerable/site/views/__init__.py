"""One view for each kind of page: the whole of its subject, and only cards of its neighbours."""
