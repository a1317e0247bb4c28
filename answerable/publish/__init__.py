"""The only place that writes: a site goes out whole or not at all."""
