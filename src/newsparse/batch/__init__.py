"""Many inputs: what is to be read, in how many processes, and where the answers go."""
