"""A reading to ranked sections, and whether they answer.

Reading order: `retrieve`, `fuse`, `find`; `relevance`, `signs`.
"""
