"""Compares the probabilities of an ONNX file in onnxruntime with a file of answers of `ser predict`.

Usage: onnx_answers.py model.onnx features.npy answers.csv

`features.npy`, with the names beside it in `features.names.json`, is from `ser features --model`; the answers have one row per
recording. Ends with an error if a label differs, or a probability by more than 1e-5.
"""

import csv
import json
import sys

import numpy as np
import onnxruntime

model, features, answers = sys.argv[1:]
session = onnxruntime.InferenceSession(model, providers=["CPUExecutionProvider"])
labels = json.loads(session.get_modelmeta().custom_metadata_map["labels"])
with open(features.removesuffix(".npy") + ".names.json", encoding="utf-8") as file:
    names = json.load(file)["clips"]["file"]
[probabilities] = session.run(["probabilities"], {session.get_inputs()[0].name: np.load(features)})
with open(answers, encoding="utf-8", newline="") as file:
    rows = {row["file"]: row for row in csv.DictReader(file)}
largest = 0.0
for name, row in zip(names, probabilities):
    expected = np.array([float(rows[name]["p_" + label]) for label in labels])
    largest = max(largest, float(np.abs(row - expected).max()))
    assert labels[row.argmax()] == rows[name]["prediction"], name
print(f"{len(names)} recordings, same label for all, largest difference of a probability {largest:.1e}")
assert largest < 1e-5
