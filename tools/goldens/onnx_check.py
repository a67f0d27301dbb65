"""Checks the ONNX files that exportOnnx.ts wrote: onnx.checker finds nothing, and ONNX Runtime's Python package
computes what onnxruntime-node and onnxruntime-web did.

    npx tsx --conditions=@ser/source tools/goldens/exportOnnx.ts FOLDER
    python tools/goldens/onnx_check.py FOLDER
"""

import json
import sys
from pathlib import Path

import numpy as np
import onnx
import onnxruntime

onnxruntime.set_default_logger_severity(4)


def check(file):
    onnx.checker.check_model(onnx.load(file), full_check=True)
    record = json.loads(file.with_suffix(".json").read_text())
    feeds = {
        name: np.array(value["data"], value["type"]).reshape(value["shape"])
        for name, value in record["inputs"].items()
    }
    session = onnxruntime.InferenceSession(file, providers=["CPUExecutionProvider"])
    for name, found in zip(record["outputs"], session.run(list(record["outputs"]), feeds)):
        expected = np.array(record["outputs"][name], np.float32)
        scale = max(np.max(np.abs(expected), initial=0), 1e-3)
        difference = np.max(np.abs(found.ravel() - expected), initial=0)
        assert difference <= record["tolerance"] * scale, f"{name} differs by {difference} of {scale}"


def failures(folder):
    files = sorted(Path(folder).glob("*.onnx"))
    assert files, f"no .onnx file in {folder}"
    for file in files:
        try:
            check(file)
        except Exception as error:  # every kind is a failure of this file, and the others are still to be told
            yield file.name, " ".join(str(error).split())[:300]
    print(f"{len(files)} files checked by onnx {onnx.__version__}, run by onnxruntime {onnxruntime.__version__}")


if __name__ == "__main__":
    failed = list(failures(sys.argv[1]))
    for name, what in failed:
        print(f"{name}: {what}")
    print(f"{len(failed)} failed")
    sys.exit(1 if failed else 0)
