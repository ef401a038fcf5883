"""A question to an answer with its proofs.

Reading order: `vocabulary`, `correct` (which words are ours, and how they are misspelt); `understand`
(a message to a reading); `quotes` (sentences with their places); `learned` (what people's questions teach);
`sources` (all that answers are made from); `search` (a reading to ranked sections); `compose` (the answer,
without a model); `ground` (the last check); `llm`, `wording` (a chat model's words).
"""
