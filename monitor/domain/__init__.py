"""What things are and which rules they obey. Imports nothing of ours but the floor: no database, no screen."""
