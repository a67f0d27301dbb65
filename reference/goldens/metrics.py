"""Records the results of scikit-learn, SciPy, and statsmodels, which packages/metrics must equal.

    python reference/goldens/metrics.py

Writes packages/metrics/test/goldens/scikitLearn.json and scipy.json. NaN is written as null.
"""

import json
import math
from pathlib import Path

import numpy as np
import scipy
import sklearn
import statsmodels
from metrics_answers import (
    areas,
    averages,
    label_answers,
    macro_specificity,
    per_class,
    plain,
    probability_answers,
    specificity,
)
from scipy import special, stats
from sklearn import metrics
from statsmodels.stats.contingency_tables import mcnemar

FOLDER = Path(__file__).resolve().parents[2] / "packages/metrics/test/goldens"


def label_cases():
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
    yield "answers of one class, all of another", [0, 0, 0], [1, 1, 1], 2


def label_answer(name, actual, predicted, n_classes):
    labels = range(n_classes)

    def matrix(normalize=None):
        return metrics.confusion_matrix(actual, predicted, labels=labels, normalize=normalize).tolist()

    return {
        "name": name,
        "outcome": {"actual": actual, "predicted": predicted, "nClasses": n_classes},
        "scores": label_answers(actual, predicted, n_classes),
        "confusionMatrix": matrix(),
        "byRow": matrix("true"),
        "byColumn": matrix("pred"),
        "byZeroDivision": [
            {
                "zeroDivision": value,
                "perClass": per_class(actual, predicted, n_classes, value),
                "specificity": specificity(actual, predicted, n_classes, value),
                "macroSpecificity": macro_specificity(actual, predicted, n_classes, value),
                "averages": averages(actual, predicted, value),
            }
            for value in (0.0, 1.0, math.nan)
        ],
    }


def softmax_scores(rng, actual, n_classes, spread):
    logits = rng.normal(size=(len(actual), n_classes))
    logits[np.arange(len(actual)), actual] += spread
    return special.softmax(logits, axis=1)


def probability_cases():
    rng = np.random.default_rng(6)
    actual = rng.choice(8, 120, p=np.array([1, 2, 2, 2, 2, 2, 2, 2]) / 15)
    yield "eight emotions, 120 clips", actual, softmax_scores(rng, actual, 8, 1.5)
    actual = rng.choice(2, 40)
    yield "two classes", actual, softmax_scores(rng, actual, 2, 0.7)
    actual = rng.choice([0, 2, 3], 50)
    yield "classes absent", actual, softmax_scores(rng, actual, 5, 1)
    actual = rng.choice(4, 60)
    yield "ties: probabilities of eighths", actual, rng.multinomial(8, [0.4, 0.3, 0.2, 0.1], 60) / 8
    yield "zeros and ones", np.array([0, 1, 2, 2]), np.eye(3)[[0, 1, 2, 1]]
    yield "always the same", np.array([0, 1, 2, 2]), np.tile([0.2, 0.3, 0.5], (4, 1))
    yield "all items of one class", np.array([1, 1, 1]), softmax_scores(rng, np.array([1, 1, 1]), 3, 1)
    yield "one item", np.array([0]), np.array([[0.25, 0.75]])


def probability_answer(name, actual, probabilities):
    n_classes = probabilities.shape[1]
    predicted = probabilities.argmax(axis=1)
    truth = np.array([actual == label for label in range(n_classes)]).T
    roc_auc, average_precision = areas(truth, probabilities)
    return {
        "name": name,
        "outcome": {
            "actual": actual.tolist(),
            "predicted": predicted.tolist(),
            "nClasses": n_classes,
            "probabilities": probabilities.ravel().tolist(),
        },
        "scores": probability_answers(actual, predicted, probabilities),
        "rocAuc": roc_auc.tolist(),
        "averagePrecision": average_precision.tolist(),
        "rocCurves": [roc_curve(t, p) for t, p in zip(truth.T, probabilities.T)],
    }


def roc_curve(truth, scores):
    rates = metrics.roc_curve(truth, scores)
    names = ["falsePositiveRates", "truePositiveRates", "thresholds"]
    return {name: [None if math.isinf(x) else x for x in values.tolist()] for name, values in zip(names, rates)}


def wilcoxon_cases():
    rng = np.random.default_rng(4)
    yield [0.1, 0.2, 0.3, 0.4, 0.5]
    yield [-0.1, 0.2, -0.3, 0.4, 0.5, 0.6]
    yield rng.normal(0.2, 1, 24).tolist()
    yield rng.normal(0.4, 1, 50).tolist()
    yield rng.normal(0.1, 1, 51).tolist()
    yield rng.normal(0.1, 1, 200).tolist()
    yield [0.5, 0.5, -0.5, 0.25, 0.75, 1]
    yield [0, 0.5, -0.25, 0.75]
    yield (rng.integers(-4, 6, 13) / 8).tolist()
    yield (rng.integers(-4, 6, 14) / 8).tolist()
    yield (rng.integers(-4, 6, 24) / 8).tolist()
    yield (rng.integers(-4, 6, 80) / 8).tolist()


def wilcoxon_answer(differences):
    result = stats.wilcoxon(differences)
    return {"differences": differences, "statistic": result.statistic, "pValue": result.pvalue}


def mcnemar_answer(only_first, only_second):
    table = [[0, only_first], [only_second, 0]]
    rough = mcnemar(table, exact=False, correction=True)
    return {
        "onlyFirst": only_first,
        "onlySecond": only_second,
        "exactPValue": mcnemar(table, exact=True).pvalue,
        "chiSquare": rough.statistic,
        "chiSquarePValue": rough.pvalue,
    }


def scipy_answers():
    discordant = [(2, 10), (10, 2), (0, 5), (7, 7), (1, 0), (30, 55), (500, 640), (1000, 1001), (20000, 20500)]
    return {
        "wilcoxon": [wilcoxon_answer(differences) for differences in wilcoxon_cases()],
        "mcnemar": [mcnemar_answer(*pair) for pair in discordant],
        "normalTail": [[z, stats.norm.sf(z)] for z in (0.0, 0.1, 1.0, 1.96, 2.4, 2.5, 3.0, 5.0, 8.0, 20.0)],
        "tMultiplier": [
            [share, degrees, stats.t.ppf((1 + share) / 2, degrees)]
            for share in (0.5, 0.9, 0.95, 0.99)
            for degrees in (1, 2, 3, 4, 9, 23, 24, 100, 999)
        ],
        "binomialTail": [[k, n, stats.binom.cdf(k, n, 0.5)] for k, n in ((0, 0), (0, 1), (1, 4), (3, 6), (40, 99), (480, 1000))],
    }


def write(name, golden):
    made_by = {"made by": "reference/goldens/metrics.py"}
    (FOLDER / name).write_text(json.dumps(plain({**made_by, **golden}), default=float) + "\n")


if __name__ == "__main__":
    write(
        "scikitLearn.json",
        {
            "scikit-learn": sklearn.__version__,
            "cases": [label_answer(*case) for case in label_cases()],
            "probabilityCases": [probability_answer(*case) for case in probability_cases()],
        },
    )
    write(
        "scipy.json",
        {"scipy": scipy.__version__, "statsmodels": statsmodels.__version__, **scipy_answers()},
    )
