"""Streamlit: the script runs again at every choice."""

import streamlit as st

from tests.bench.apps.chart import areas, drawing

st.html(drawing(st.selectbox("Wijk", list(areas()))))
