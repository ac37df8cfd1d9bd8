"""One small reader a format that is more than plain text."""
