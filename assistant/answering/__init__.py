"""A question to an answer with its proofs."""
