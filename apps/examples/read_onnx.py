"""Predicts with a model that `ser export` wrote, in Python, from features that `ser features` wrote.

    npx ser export MODEL --onnx model.onnx
    npx ser features recordings/ --model MODEL --out features.npy
    python read_onnx.py model.onnx features.npy
"""

import json
import sys

import numpy as np
import onnxruntime


def main(model: str, features: str) -> None:
    session = onnxruntime.InferenceSession(model, providers=["CPUExecutionProvider"])
    labels = json.loads(session.get_modelmeta().custom_metadata_map["labels"])
    rows = np.atleast_2d(np.load(features))  # one recording has one row
    [probabilities] = session.run(["probabilities"], {"features": rows})
    for row in probabilities:
        print(json.dumps({label: round(float(p), 6) for label, p in zip(labels, row)}))


if __name__ == "__main__":
    main(*sys.argv[1:])
