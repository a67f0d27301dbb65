"""scikit-learn's metrics of one outcome, with the names of @ser/metrics; for metrics.py and metrics_random.py.

Where scikit-learn has no value for several classes, or rejects an absent class, the value is combined from its values
of single classes. It has no calibration error, which is computed by Guo's definition, bin by bin.
"""

import math
import warnings

import numpy as np
from sklearn import metrics
from sklearn.preprocessing import label_binarize

warnings.filterwarnings("ignore")


def label_answers(actual, predicted, n_classes):
    """Metrics that need no probabilities."""
    return {
        "accuracy": metrics.accuracy_score(actual, predicted),
        "uar": metrics.balanced_accuracy_score(actual, predicted),
        **averages(actual, predicted, 0.0),
        "macroSpecificity": macro_specificity(actual, predicted, n_classes, 0.0),
        "cohenKappa": metrics.cohen_kappa_score(actual, predicted),
        "mcc": metrics.matthews_corrcoef(actual, predicted),
    }


def averages(actual, predicted, zero_division):
    functions = {"F1": metrics.f1_score, "Precision": metrics.precision_score, "Recall": metrics.recall_score}
    return {
        average + name: function(actual, predicted, average=average, zero_division=zero_division)
        for average in ("macro", "weighted", "micro")
        for name, function in functions.items()
    }


def per_class(actual, predicted, n_classes, zero_division):
    columns = metrics.precision_recall_fscore_support(
        actual, predicted, labels=range(n_classes), zero_division=zero_division
    )
    names = ["precision", "recall", "f1", "support"]
    return [dict(zip(names, map(float, row))) for row in zip(*columns)]


def specificity(actual, predicted, n_classes, zero_division):
    """The recall of what is not of a class."""
    actual, predicted = np.asarray(actual), np.asarray(predicted)
    return [
        metrics.recall_score(actual != label, predicted != label, zero_division=zero_division)
        for label in range(n_classes)
    ]


def macro_specificity(actual, predicted, n_classes, zero_division):
    of_all = np.array(specificity(actual, predicted, n_classes, zero_division))
    occurring = np.isin(np.arange(n_classes), np.union1d(actual, predicted))
    return float(np.nanmean(of_all[occurring]))


def probability_answers(actual, predicted, probabilities):
    """Figures of probabilities, shape [n_items, n_classes]."""
    actual, predicted = np.asarray(actual), np.asarray(predicted)
    n_classes = probabilities.shape[1]
    labels = range(n_classes)
    truth = np.array([actual == label for label in labels]).T
    answers = {f"top{k}Accuracy": top_k(actual, probabilities, k) for k in (2, 3)}
    answers["logLoss"] = metrics.log_loss(actual, probabilities, labels=labels)
    answers["brierScore"] = metrics.brier_score_loss(actual, probabilities, labels=labels)
    answers["calibrationError"] = calibration_error(actual == predicted, probabilities[np.arange(len(actual)), predicted])
    roc_auc, average_precision = areas(truth, probabilities)
    support = truth.sum(axis=0)
    if n_classes > 2 and support.all():
        for average in ("macro", "weighted"):
            answers[average + "RocAuc"] = metrics.roc_auc_score(
                actual, probabilities, multi_class="ovr", average=average, labels=labels
            )
            answers[average + "AveragePrecision"] = metrics.average_precision_score(
                label_binarize(actual, classes=labels), probabilities, average=average
            )
    else:
        for name, values in (("RocAuc", roc_auc), ("AveragePrecision", average_precision)):
            known = ~np.isnan(values)
            answers["macro" + name] = float(np.mean(values[known])) if known.any() else math.nan
            answers["weighted" + name] = (
                float(np.average(values[known], weights=support[known])) if known.any() else math.nan
            )
    return answers


def areas(truth, probabilities):
    """ROC-AUC and average precision of each class; NaN where they are not defined."""
    columns = list(zip(truth.T, probabilities.T))
    roc_auc = [metrics.roc_auc_score(t, p) if 0 < t.sum() < len(t) else math.nan for t, p in columns]
    precision = [metrics.average_precision_score(t, p) if t.any() else math.nan for t, p in columns]
    return np.array(roc_auc), np.array(precision)


def top_k(actual, probabilities, k):
    n_classes = probabilities.shape[1]
    # Of two classes, scikit-learn asks for the probabilities of one, and breaks ties the other way.
    if k >= n_classes:
        return 1.0
    return metrics.top_k_accuracy_score(actual, probabilities, k=k, labels=range(n_classes))


def calibration_error(is_right, confidence, n_bins=15):
    edges = [b / n_bins for b in range(n_bins + 1)]
    error = 0.0
    for low, high in zip(edges, edges[1:]):
        inside = (confidence > low) & (confidence <= high)
        if low == 0:
            inside |= confidence == 0
        if inside.any():
            error += abs(is_right[inside].mean() - confidence[inside].mean()) * inside.mean()
    return float(error)


def plain(value):
    """JSON has no NaN."""
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [plain(inner) for inner in value]
    return None if isinstance(value, float) and math.isnan(value) else value
