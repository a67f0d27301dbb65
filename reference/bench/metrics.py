"""The metrics of tools/bench/programs/metrics.ts in scikit-learn: the processor time of a few resamples of speakers,
scaled to 1,000 resamples.

Each average and each k is a separate call where scikit-learn has no call for several. The expected calibration error is
omitted, because scikit-learn does not have it.
"""

import json
import os
import time
import warnings

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ[variable] = "1"

import numpy as np  # noqa: E402
import sklearn  # noqa: E402
from sklearn import metrics  # noqa: E402

N_ITEMS, N_CLASSES, N_SPEAKERS, N_RESAMPLES, N_TIMED = 100_000, 8, 100, 1000, 3
LABELS = range(N_CLASSES)
warnings.filterwarnings("ignore")


def predictions(rng):
    actual = rng.integers(0, N_CLASSES, N_ITEMS)
    logits = 3 * rng.uniform(-1, 1, (N_ITEMS, N_CLASSES))
    logits[np.arange(N_ITEMS), actual] += 1.5
    probabilities = np.exp(logits)
    return actual, probabilities / probabilities.sum(axis=1, keepdims=True)


def score_all(actual, probabilities):
    predicted = probabilities.argmax(axis=1)
    truth = actual[:, None] == np.arange(N_CLASSES)
    scores = [metrics.accuracy_score(actual, predicted), metrics.balanced_accuracy_score(actual, predicted)]
    for average in ("macro", "weighted", "micro"):
        scores.append(metrics.precision_recall_fscore_support(actual, predicted, average=average))
    scores += [metrics.recall_score(~truth[:, k], predicted != k) for k in LABELS]
    scores += [metrics.cohen_kappa_score(actual, predicted), metrics.matthews_corrcoef(actual, predicted)]
    scores += [metrics.top_k_accuracy_score(actual, probabilities, k=k, labels=LABELS) for k in (2, 3)]
    scores += [metrics.log_loss(actual, probabilities, labels=LABELS)]
    scores += [metrics.brier_score_loss(actual, probabilities, labels=LABELS)]
    for average in ("macro", "weighted"):
        scores.append(metrics.roc_auc_score(actual, probabilities, multi_class="ovr", average=average))
        scores.append(metrics.average_precision_score(truth, probabilities, average=average))
    return scores


rng = np.random.default_rng(1)
actual, probabilities = predictions(rng)
speakers = np.arange(N_ITEMS) % N_SPEAKERS
items_of = [np.flatnonzero(speakers == speaker) for speaker in range(N_SPEAKERS)]
began = time.process_time()
for _ in range(N_TIMED):
    items = np.concatenate([items_of[speaker] for speaker in rng.integers(0, N_SPEAKERS, N_SPEAKERS)])
    score_all(actual[items], probabilities[items])
seconds = (time.process_time() - began) / N_TIMED * N_RESAMPLES
what = f"scikit-learn {sklearn.__version__}, {N_RESAMPLES} resamples estimated from {N_TIMED}"
print(json.dumps({"seconds": seconds, "what": what}))
