"""The Streamlit app: `streamlit run app.py`."""

import streamlit as st

from assistant.ui.chat import show_chat

st.set_page_config(page_title="Assistant formations et CGV", page_icon=":material/school:")
show_chat()
