"""The samples, and the truth of each."""
