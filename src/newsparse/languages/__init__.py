"""What is known of a language, as data: a folder a language."""
