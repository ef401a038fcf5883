"""A question to an answer with its proofs.

Reading order: `understand` (a message to a reading); `learned` and what it holds (`side`, `vocabulary`,
`phrasing`, `bayes`, `unknowns`); `retrieve`, `fuse`, `find` (a reading to ranked sections); `relevance`,
`signs` (whether they answer); `draft`, `select`, `aim`, `asks` (the sentences that do); `compose` and the
`*_answers` and `money_*` beside it; `ground` (the last check); `llm`, `wording` (a chat model's words).
"""
