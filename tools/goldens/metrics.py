"""Records scikit-learn's answers, which packages/metrics must equal.

    pip install scikit-learn==1.9.1
    python tools/goldens/metrics.py

writes packages/metrics/test/goldens/scikitLearn.json. NaN is written as null.
"""

import json
import math
import warnings
from pathlib import Path

import numpy as np
import sklearn
from sklearn import metrics

warnings.filterwarnings("ignore")
TARGET = Path(__file__).resolve().parents[2] / "packages/metrics/test/goldens/scikitLearn.json"


def cases():
    rng = np.random.default_rng(20)
    yield "two classes", [0, 0, 1, 1, 1], [0, 1, 1, 1, 0], 2
    yield "perfect", [0, 1, 2, 2], [0, 1, 2, 2], 3
    yield "all wrong", [0, 1, 2], [1, 2, 0], 3
    yield "one answer for all", [0, 0, 0, 1, 2], [0, 0, 0, 0, 0], 3
    yield "a class absent from both", [0, 0, 2, 3], [0, 2, 2, 3], 4
    yield "a class answered but never actual", [0, 0, 1, 1], [0, 2, 1, 1], 3
    yield "a class actual but never answered", [0, 0, 1, 2], [0, 0, 1, 1], 3
    yield "one item", [1], [1], 3
    yield "one class", [0, 0], [0, 0], 1
    weights = np.array([1, 2, 2, 2, 2, 2, 2, 2]) / 15
    actual = rng.choice(8, 240, p=weights)
    predicted = np.where(rng.random(240) < 0.55, actual, rng.integers(0, 8, 240))
    yield "eight emotions, 240 clips", actual.tolist(), predicted.tolist(), 8
    actual = rng.choice(7, 60)
    predicted = np.where(rng.random(60) < 0.4, actual, rng.integers(0, 9, 60))
    yield "sparse, 9 labels of which 7 occur", actual.tolist(), predicted.tolist(), 9


def macro(actual, predicted, zero_division):
    options = {"average": "macro", "zero_division": zero_division}
    return {
        "macroF1": metrics.f1_score(actual, predicted, **options),
        "macroPrecision": metrics.precision_score(actual, predicted, **options),
        "macroRecall": metrics.recall_score(actual, predicted, **options),
    }


def per_class(actual, predicted, n_classes, zero_division):
    columns = metrics.precision_recall_fscore_support(
        actual, predicted, labels=range(n_classes), zero_division=zero_division
    )
    names = ["precision", "recall", "f1", "support"]
    return [dict(zip(names, map(float, row))) for row in zip(*columns)]


def answer(name, actual, predicted, n_classes):
    labels = range(n_classes)
    return {
        "name": name,
        "outcome": {"actual": actual, "predicted": predicted, "nClasses": n_classes},
        "accuracy": metrics.accuracy_score(actual, predicted),
        "uar": metrics.balanced_accuracy_score(actual, predicted),
        "confusionMatrix": metrics.confusion_matrix(actual, predicted, labels=labels).tolist(),
        "byRow": metrics.confusion_matrix(actual, predicted, labels=labels, normalize="true").tolist(),
        "byZeroDivision": [
            {
                "zeroDivision": value,
                "perClass": per_class(actual, predicted, n_classes, value),
                **macro(actual, predicted, value),
            }
            for value in (0.0, 1.0, math.nan)
        ],
    }


def plain(value):
    """JSON has no NaN."""
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [plain(inner) for inner in value]
    return None if isinstance(value, float) and math.isnan(value) else value


if __name__ == "__main__":
    golden = {
        "made by": "tools/goldens/metrics.py",
        "scikit-learn": sklearn.__version__,
        "cases": [answer(*case) for case in cases()],
    }
    TARGET.write_text(json.dumps(plain(golden), default=float) + "\n")
