"""The courses and editions that a message names, however it does."""
