"""From bytes to plain values with places: everything that is read strictly, and nothing guessed."""
