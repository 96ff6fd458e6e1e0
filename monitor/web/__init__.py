"""What goes around the pages on their way to a browser: the Dutch page frame and the security headers."""
