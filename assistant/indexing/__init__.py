"""Chunks to an index that can be searched: vectors and keywords."""
