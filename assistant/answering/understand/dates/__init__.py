"""Dates as people write them, each with every day it may mean.

Reading order: `mentions`, `date_forms`, `date_readers`, `near_days`, `dates`.
"""
