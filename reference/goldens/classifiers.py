"""Records scikit-learn's results for small problems: ridge, kernel ridge, logistic regression, linear SVM.

    python reference/goldens/classifiers.py packages/classifiers/test/goldens/classifiers.json

Examples come from a formula that the test repeats, so only the answers are stored: scores of all examples after a fit
to all of them with each C, recalls of the examples held out by `GroupKFold`, and the temperature that minimizes the
cross-entropy of the held-out scores of the best C with Platt's targets.
"""

import json
import sys

import numpy as np
import scipy
import sklearn
from scipy.optimize import minimize_scalar
from scipy.special import log_softmax
from sklearn.kernel_ridge import KernelRidge
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import balanced_accuracy_score
from sklearn.metrics.pairwise import rbf_kernel
from sklearn.model_selection import GroupKFold
from sklearn.svm import LinearSVC
from sklearn.utils.class_weight import compute_sample_weight

CLASSES, GAMMA, REGULARIZATION = 4, 0.3, [0.1, 1.0, 10.0]
# Groups of different sizes, so GroupKFold has only one solution; each clip is followed by its copy.
GROUP_SIZES = [5, 9, 13, 7, 11, 3]


def examples(n_features):
    n_clips = sum(GROUP_SIZES)
    clip = np.repeat(np.arange(n_clips), 2)
    copy = np.tile([0, 1], n_clips)
    # Class 0 has more clips than the others.
    y = np.array([0, 1, 2, 3, 0, 1, 0])[clip % 7]
    i, j = np.meshgrid(np.arange(len(y)), np.arange(n_features), indexing="ij")
    k = (i // 2) * n_features + j
    noise = np.sin(0.37 * k * k) + 0.3 * np.sin(0.53 * k * k + copy[:, None])
    x = noise + 3 / np.sqrt(n_features) * (j % CLASSES == y[:, None])
    groups = np.repeat(np.arange(len(GROUP_SIZES)), np.array(GROUP_SIZES) * 2)
    return x.astype(np.float32).astype(np.float64), y, groups, copy


def arc_cosine(a, b):
    """Cho and Saul's arc-cosine kernel of degree 1, of the products plus 1."""
    squares = lambda x: (x * x).sum(axis=1) + 1
    lengths = np.sqrt(np.outer(squares(a), squares(b)))
    angle = np.arccos(np.clip((a @ b.T + 1) / lengths, -1, 1))
    return lengths * (np.sin(angle) + (np.pi - angle) * np.cos(angle)) / np.pi


KERNELS = {
    "linear": lambda a, b: a @ b.T,
    "rbf": lambda a, b: rbf_kernel(a, b, GAMMA),
    "arcCosine": arc_cosine,
}


def scores_of(kind, x, y, C, balanced, new, kernel="rbf"):
    """Scores of new examples. Every model gets the features divided by the square root of their number."""
    weights = compute_sample_weight("balanced", y) if balanced else np.ones(len(y))
    z, z_new = x / np.sqrt(x.shape[1]), new / np.sqrt(x.shape[1])
    if kind in ("ridge", "kernelRidge"):
        similarity = KERNELS["linear" if kind == "ridge" else kernel]
        targets = 2.0 * np.eye(CLASSES)[y] - 1
        model = KernelRidge(alpha=1 / C, kernel="precomputed").fit(similarity(z, z) + 1, targets, sample_weight=weights)
        return model.predict(similarity(z_new, z) + 1)
    if kind == "logisticRegression":
        model = LogisticRegression(C=C, tol=1e-10, max_iter=100000)
    else:
        model = LinearSVC(C=C, loss="squared_hinge", dual=False, tol=1e-10, max_iter=100000)
    return model.fit(z, y, sample_weight=weights).decision_function(z_new)


def record(kind, n_features, balanced, kernel="rbf"):
    x, y, groups, copy = examples(n_features)
    held_out = {C: [] for C in REGULARIZATION}
    for train, test in GroupKFold(3).split(x, y, groups):
        test = test[copy[test] == 0]
        for C in REGULARIZATION:
            held_out[C].append((scores_of(kind, x[train], y[train], C, balanced, x[test], kernel), y[test]))
    recalls = [
        float(np.mean([balanced_accuracy_score(labels, scores.argmax(1)) for scores, labels in held_out[C]]))
        for C in REGULARIZATION
    ]
    best = REGULARIZATION[int(np.argmax(recalls))]
    scores = np.concatenate([scores for scores, _ in held_out[best]])
    labels = np.concatenate([labels for _, labels in held_out[best]])
    targets = (len(labels) * np.eye(CLASSES)[labels] + 1) / (len(labels) + CLASSES)
    loss = lambda log_t: -(targets * log_softmax(np.exp(log_t) * scores, axis=1)).sum(axis=1).mean()
    temperature = float(np.exp(minimize_scalar(loss, bounds=(-7, 7), method="bounded", options={"xatol": 1e-10}).x))
    curved = {"gamma": [GAMMA]} if kernel == "rbf" else {"kernel": kernel}
    return {
        "description": {"kind": kind, "balanced": balanced, **(curved if kind == "kernelRidge" else {})},
        "nFeatures": n_features,
        "recalls": recalls,
        "C": best,
        "temperature": temperature,
        "fits": [
            {"C": C, "scores": scores_of(kind, x, y, C, balanced, x[:12], kernel).ravel().round(7).tolist()}
            for C in REGULARIZATION
        ],
    }


kinds = ["ridge", "kernelRidge", "logisticRegression", "linearSvm"]
# More features than examples, and the reverse.
cases = [record(kind, 150, True) for kind in kinds] + [record(kind, 11, True) for kind in kinds]
cases += [record("ridge", 11, False), record("kernelRidge", 150, True, "arcCosine")]
with open(sys.argv[1], "w") as file:
    about = {"scikitLearn": sklearn.__version__, "numpy": np.__version__, "scipy": scipy.__version__}
    shape = {"nClasses": CLASSES, "groupSizes": GROUP_SIZES, "regularization": REGULARIZATION}
    json.dump({**about, **shape, "cases": cases}, file, indent=1)
    file.write("\n")
