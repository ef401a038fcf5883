"""What is run for each page, at each change: see `app.py`."""

from assistant.ui.app_pages import run_app

if __name__ == "__main__":
    run_app()
