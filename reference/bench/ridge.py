"""The ridge classifier of tools/bench/programs/ridge.ts in NumPy: one Cholesky factorization for each C and fold, one thread."""

import json
import os
import time

os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1", MKL_NUM_THREADS="1")

import numpy as np  # noqa: E402
import scipy.linalg  # noqa: E402

CLIPS, FEATURES, CLASSES, SPEAKERS, COPIES, FACTORS = 1440, 3779, 8, 24, 3, 40
REGULARIZATION = (0.1, 0.3, 1, 3, 10)


def examples():
    row = np.arange(CLIPS * COPIES)
    clip = row % CLIPS
    label, speaker = clip % CLASSES, clip // CLASSES % SPEAKERS
    factor = np.arange(FACTORS)
    number = lambda of: (of[:, None] * FACTORS + factor).astype(float)
    strengths = 0.35 * np.sin(1.3 * number(label) ** 2) + 0.6 * np.sin(1.7 * number(speaker) ** 2)
    strengths = (strengths + np.sin(0.53 * number(clip) ** 2)) / (1 + factor / 4)
    k = np.arange(FACTORS * FEATURES, dtype=float)
    x = 0.5 * strengths @ np.sin(0.91 * k * k).reshape(FACTORS, FEATURES)
    k = np.arange(len(row) * FEATURES, dtype=float)
    x += 0.7 * np.sin(0.37 * k * k).reshape(x.shape)
    return np.clip(x, -3, 3).astype(np.float32), label, speaker, row < CLIPS


def fit(kernel, y, rows, C):
    weights = (len(rows) / (CLASSES * np.bincount(y[rows], minlength=CLASSES)))[y[rows]]
    system = kernel[np.ix_(rows, rows)] + 1
    system[np.diag_indices(len(rows))] += 1 / (C * weights)
    targets = 2 * np.eye(CLASSES, dtype=np.float32)[y[rows]] - 1
    return scipy.linalg.solve(system, targets, assume_a="pos")


def choose(kernel, y, speaker, original):
    recalls = np.zeros(len(REGULARIZATION))
    for fold in range(3):
        train, held_out = np.where(speaker % 3 != fold)[0], np.where((speaker % 3 == fold) & original)[0]
        similarities = kernel[np.ix_(held_out, train)] + 1
        for i, C in enumerate(REGULARIZATION):
            answers = (similarities @ fit(kernel, y, train, C)).argmax(1)
            hits = answers == y[held_out]
            recalls[i] += np.mean([hits[y[held_out] == label].mean() for label in range(CLASSES)]) / 3
    best = int((recalls > recalls.max() - 1e-9).argmax())
    return REGULARIZATION[best], recalls[best]


x, y, speaker, original = examples()
began = time.perf_counter()
kernel = x @ x.T / FEATURES
C, recall = choose(kernel, y, speaker, original)
weights = x.T @ fit(kernel, y, np.arange(len(y)), C)
seconds = time.perf_counter() - began
what = f"NumPy {np.__version__}, float32, one thread; chose C {C:g}, inner UAR {recall:.4f}"
print(json.dumps({"seconds": seconds, "what": what}))
