"""A message about money to a case, and what is still to be asked of it.

Reading order: `money`, `wants`, `facts`, `merge`, `doubts`, `asked_back`, `bare_answers`; `describe`.
"""
