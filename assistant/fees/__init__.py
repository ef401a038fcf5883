"""Facts to a sum, rule by rule; no model, no retrieval, no clock."""
