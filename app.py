"""The Streamlit app: `streamlit run app.py`."""

from assistant.ui.app_pages import run_app

run_app()
