"""The pages of the app.

Reading order: `page` and `app_pages` (what is run), `opening` and `sign_in` (who is here, and what serves
them); then page by page. Assistant: `chat`, `turns`, `source`, `ratings`, `follow_ups`, `corrections`,
`fact_fields`, `past`, `own_data`. Simulateur: `simulator`, `simulator_fields`, `quote_words`, `quote_pdf`.
Documents: `documents`, `reader`, `comparison`, `adding`, `incoming`. Qualité: `quality`, `run_history`,
`rated_answers`. Several use `steps`, `costs`, `cost_chart`, `escaping`, `keeping` and `pages`. `language`,
`accessibility`, `anchoring` and `copying` are scripts for what Streamlit lacks; `serving` and
`visitor_cookie` are of the server.
"""
