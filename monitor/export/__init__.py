"""Papers to take along: made from what the services give, readable aloud by a screen reader."""
