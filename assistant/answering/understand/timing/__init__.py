"""What the dates and delays of a case are for: the notice, the start, the due date.

Reading order: `date_roles`, `notice`, `thresholds`, `written_notices`, `rough_days`, `delays`, `years`,
`timing`; `new_sessions`.
"""
