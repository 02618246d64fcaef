"""A page with one of each thing that the tests' own hands must be able to use."""

import time

import pandas as pd
import streamlit as st

st.set_page_config(page_title="Small", page_icon=None)
st.caption("Quiet words")
name = st.text_input("Name", help="Any name")
number = st.number_input("Number", 0, 100, 7)
choice = st.selectbox("Choice", ["alpha", "beta", "gamma"])
many = st.multiselect("Many", ["alpha", "beta", "gamma"])
mood = st.segmented_control("Mood", ["low", "high"])
ticked = st.checkbox("Ticked")
level = st.slider("Level", -2, 2, 0)
file = st.file_uploader("File")
seed = pd.DataFrame({"Phase": ["Awareness", "Contact"], "Count": [10, 3]})
table = st.data_editor(seed, key="table", num_rows="dynamic")
st.download_button("Download", "saved", file_name="saved.txt", on_click="ignore")
if st.button("Slow"):
    time.sleep(0.7)
    st.write("slow answer")
if st.button("Outside"):
    st.markdown("![remote](http://outside.example/pixel.png)")
st.write(f"Said: {name}, {number}, {choice}, {'+'.join(many)}, {mood}, {ticked}, {level}")
st.write(f"Sum: {int(table['Count'].sum())}, file: {file.name if file else 'none'}")
