"""A question to an answer with its proofs.

Reading order: `understand` (a message to a reading); `learned` and what it holds (`side`, `vocabulary`,
`spelling`, `phrasing`, `bayes`, `unknowns`); `sources` (all that answers are made from); `retrieve`, `fuse`,
`find` (a reading to ranked sections); `relevance`, `signs` (whether they answer); `draft`, `select`, `aim`,
`asks`, `outline` (the sentences that do); `compose`, then the `*_answers`, `course_lists` and
`differences` that it hands over to; `money_answers` and the `money_*` beneath it; `ground` (the last check);
`llm`, `wording` (a chat model's words).
"""
