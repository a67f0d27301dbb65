"""Compares the answers of `ser predict` with those of ONNX Runtime in Python for a file of `ser export`.

    ser export MODEL --onnx model.onnx
    ser features CLIPS --model MODEL --out features.npy
    ser predict CLIPS --model MODEL --out answers.json
    python exported_recognizer.py model.onnx features.npy answers.json

Checks the file with onnx.checker, and fails if a probability differs by more than 1e-6. Clips without speech have no
probabilities and are left out.
"""

import json
import sys
from pathlib import Path

import numpy as np
import onnx
import onnxruntime

BOUND = 1e-6


def main(model, features, answers):
    onnx.checker.check_model(onnx.load(model), full_check=True)
    session = onnxruntime.InferenceSession(model)
    metadata = session.get_modelmeta().custom_metadata_map
    labels = json.loads(metadata["labels"])
    name = session.get_inputs()[0].name
    (probabilities,) = session.run(["probabilities"], {name: np.load(features)})
    rows = json.loads(Path(answers).read_text())
    speech = [i for i, row in enumerate(rows) if row.get("probabilities")]
    expected = np.array([[rows[i]["probabilities"][label] for label in labels] for i in speech])
    difference = np.abs(probabilities[speech] - expected).max()
    print(f"onnxruntime {onnxruntime.__version__}: {len(speech)} clips, {len(labels)} labels, "
          f"largest difference {difference:.1e}")
    return 0 if difference <= BOUND else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
