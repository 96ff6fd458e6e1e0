"""The command line: every command calls one service and tells in Dutch what came of it."""
