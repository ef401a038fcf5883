"""An answer composed without a model, put in a model's words where these hold.

Reading order: `assist` (with `slots`), `writer` (with `show`), `statements`, `evidence`, `check`; then
the two halves of `check`. What can be told for certain: `scopes` cuts a statement by the edition or
course it speaks of; `editions`, `names`, `dates`, `places`, `parts`, `silence`, `pairs`, `sums`,
`roles`, `figures` and `promises` look at each part, `counts` at what a draft goes on to list, `totals`
at its sums together. What can only be judged: `said` is what a part says by itself, `traits` puts it
into numbers with what `memory` holds, `meaning` says how near it is to what is known, `support` how
doubtful it is, by what was learned from drafts judged before (`support.json.gz` and
`meanings.safetensors`, made by `evals/fit_support.py`). Beneath them `bare`, `calculated`, `sentences`,
`quantities`, `spelt` and `roots`.
"""

from assistant.answering.wording.assist import assist
from assistant.answering.wording.writer import Turn, Writer

__all__ = ["Turn", "Writer", "assist"]
