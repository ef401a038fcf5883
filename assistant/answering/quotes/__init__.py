"""Which sentences of a section are quoted, each with its place.

Reading order: `draft` (an answer being written), `select`, `aim`, `asks`; `long_sections`, `outline`.
"""
