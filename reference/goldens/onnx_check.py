"""Checks the ONNX files of `npm run bench -- onnx-files --out FOLDER`: onnx.checker accepts them, and ONNX Runtime's Python
package gives the same results as onnxruntime-node and onnxruntime-web.

    python reference/goldens/onnx_check.py FOLDER
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
        except Exception as error:  # any error is a failure of this file; the other files are still checked
            yield file.name, " ".join(str(error).split())[:300]
    print(f"{len(files)} files checked by onnx {onnx.__version__}, run by onnxruntime {onnxruntime.__version__}")


if __name__ == "__main__":
    failed = list(failures(sys.argv[1]))
    for name, what in failed:
        print(f"{name}: {what}")
    print(f"{len(failed)} failed")
    sys.exit(1 if failed else 0)
