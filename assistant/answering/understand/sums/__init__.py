"""What the sums of a case are for: the price, the deposit, what was paid.

Reading order: `amounts`, `headcount`, `prices`, `recounts`, `sum_roles`, `percentages`, `payments`, `sums`;
then what is rarer: `added_payments`, `invoices`, `partial_sums`, `quoted_sums`.
"""
