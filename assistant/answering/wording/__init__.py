"""An answer composed without a model, put in a model's words where these hold.

Reading order: `assist`, `writer`, `statements`, `evidence`, `check`; then the two halves of
`check`. What can be told for certain: `scopes` cuts a statement by the edition or course it
speaks of; `editions`, `names`, `places`, `parts`, `sums`, `roles`, `notice`, `figures`, `promises`
and `marks` look at each part, `totals` at the sums together. What can only be judged: `traits`
puts a part into numbers with what `memory` holds, `support` says how doubtful it is, by what was
learned from drafts judged before (`support.json.gz`, made by `evals/fit_support.py`). Beneath them
`sentences`, `quantities`, `roots` and `bare`.
"""

from assistant.answering.wording.assist import assist
from assistant.answering.wording.writer import Turn, Writer

__all__ = ["Turn", "Writer", "assist"]
