"""Keras on one network of docs/engines.md: milliseconds per training step and per prediction, and peak memory.

    python engine.py NETWORK BATCH_SIZE THREADS SECONDS

Times both training methods of Keras, `fit` and `train_on_batch`, and reports the faster one.
"""

import json
import os
import resource
import statistics
import sys
import time

NETWORK, BATCH_SIZE, THREADS, SECONDS = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), float(sys.argv[4])
os.environ.update(OMP_NUM_THREADS=str(THREADS), TF_CPP_MIN_LOG_LEVEL="3")

import keras  # noqa: E402
import numpy as np  # noqa: E402
import tensorflow as tf  # noqa: E402

from networks import formula_examples, network, set_formula_weights  # noqa: E402

tf.config.threading.set_intra_op_parallelism_threads(THREADS)
tf.config.threading.set_inter_op_parallelism_threads(1)


def milliseconds(work, seconds, least=3):
    """The median of as many calls as the time allows, after two warm-up calls."""
    work(), work()
    times, end = [], time.perf_counter() + seconds
    while len(times) < least or time.perf_counter() < end:
        began = time.perf_counter()
        work()
        times.append(1000 * (time.perf_counter() - began))
    return statistics.median(times)


model = network(NETWORK)
set_formula_weights(model)
x, y = formula_examples(model, BATCH_SIZE)
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
by_batch = milliseconds(lambda: model.train_on_batch(x, y), SECONDS / 2)

steps = max(1, min(20, round(500 / by_batch)))
xs, ys = np.concatenate([x] * steps), np.concatenate([y] * steps)
by_fit = milliseconds(lambda: model.fit(xs, ys, batch_size=BATCH_SIZE, verbose=0), SECONDS / 2, least=2) / steps
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)

predict = tf.function(lambda example: model(example, training=False))
example = tf.constant(x[:1])
prediction = milliseconds(lambda: predict(example).numpy(), SECONDS / 4, least=20)
print(
    json.dumps(
        {
            "stepMs": min(by_batch, by_fit),
            "predictionMs": prediction,
            "peakMb": peak / 2**20,
            "what": f"Keras {keras.__version__}, TensorFlow {tf.__version__}",
        }
    )
)
