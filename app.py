"""The Streamlit app: `streamlit run app.py`."""

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from assistant.ui.serving import ready, tell
from assistant.ui.visitor_cookie import VisitorCookie

app = st.App(
    Path(__file__).parent / "assistant" / "ui" / "page.py",
    lifespan=ready,
    middleware=[Middleware(VisitorCookie)],
    on_script_error=tell,
)

if __name__ == "__main__":
    app.run()
