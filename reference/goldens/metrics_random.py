"""Computes scikit-learn's metrics of random cases; `npm run bench -- metrics-agreement` compares @ser/metrics with them.

    python reference/goldens/metrics_random.py [CASES [SEED]]

Prints one case per line, by default 1000 with seed 0. NaN is written as null.
"""

import json
import sys

import numpy as np
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
from scipy import special
from sklearn import metrics

ZERO_DIVISIONS = (0.0, 1.0, float("nan"))


def random_probabilities(rng, actual, n_classes):
    """Of a good model, a poor one, one with many ties, one that is always sure, or one that says the same of all."""
    shape = (len(actual), n_classes)
    logits = rng.normal(size=shape)
    logits[np.arange(len(actual)), actual] += rng.uniform(-1, 3)
    kind = rng.choice(["softmax", "float32", "eighths", "sure", "same"], p=[0.4, 0.2, 0.2, 0.1, 0.1])
    if kind == "softmax":
        return special.softmax(logits * rng.uniform(0.5, 20), axis=1)
    if kind == "float32":
        return special.softmax(logits.astype(np.float32), axis=1).astype(float)
    if kind == "eighths":
        return rng.multinomial(8, np.full(n_classes, 1 / n_classes), len(actual)) / 8
    if kind == "sure":
        return np.eye(n_classes)[logits.argmax(axis=1)]
    return np.tile(rng.dirichlet(np.ones(n_classes)), (len(actual), 1))


def random_case(rng):
    """Few items and absent classes are as frequent as many items and all classes."""
    n_classes = int(rng.integers(2, 10))
    n_items = int(np.exp(rng.uniform(0, np.log(300))))
    present = rng.permutation(n_classes)[: rng.integers(1, n_classes + 1)]
    actual = rng.choice(present, n_items, p=rng.dirichlet(np.ones(len(present))))
    probabilities = random_probabilities(rng, actual, n_classes)
    answered = probabilities.argmax(axis=1) if rng.random() < 0.7 else rng.integers(0, n_classes, n_items)
    return actual, answered, probabilities


def answer(rng, actual, predicted, probabilities):
    n_classes = probabilities.shape[1]
    zero_division = ZERO_DIVISIONS[rng.integers(3)]
    truth = np.array([actual == label for label in range(n_classes)]).T
    roc_auc, average_precision = areas(truth, probabilities)
    return {
        "outcome": {
            "actual": actual.tolist(),
            "predicted": predicted.tolist(),
            "nClasses": n_classes,
            "probabilities": probabilities.ravel().tolist(),
        },
        "scores": {
            **label_answers(actual, predicted, n_classes),
            **probability_answers(actual, predicted, probabilities),
        },
        "zeroDivision": zero_division,
        "averages": averages(actual, predicted, zero_division),
        "macroSpecificity": macro_specificity(actual, predicted, n_classes, zero_division),
        "specificity": specificity(actual, predicted, n_classes, zero_division),
        "perClass": per_class(actual, predicted, n_classes, zero_division),
        "rocAuc": roc_auc.tolist(),
        "averagePrecision": average_precision.tolist(),
        "confusionMatrix": metrics.confusion_matrix(actual, predicted, labels=range(n_classes)).tolist(),
    }


if __name__ == "__main__":
    cases, seed = (int(text) for text in (sys.argv[1:] + ["1000", "0"][len(sys.argv) - 1 :]))
    generator = np.random.default_rng(seed)
    for _ in range(cases):
        print(json.dumps(plain(answer(generator, *random_case(generator))), default=float))
