"""Records the losses of 20 Adam steps of the four networks of docs/engines.md in Keras, without dropout.

    python reference/goldens/onnx_training.py

Weights and examples come from a formula that both implementations compute, so only the losses are stored. Every step
uses the same batch. `size` is `full` for the networks of the table and `small` for narrow ones that a test can run.

`float64Difference` is the largest relative difference between Keras in float32 and in float64 over the steps, which is
due to rounding alone. At a learning rate of 1e-3 it is 1.5e-3 for the wide 2-D network and 0.36 for the wide deep one,
whose loss falls to 0.001 within the 20 steps; smaller learning rates keep the comparison meaningful.
"""

import json
import sys
from pathlib import Path

import keras
import numpy as np
import tensorflow as tf

ROOT = Path(__file__).parents[2]
sys.path.append(str(ROOT / "reference/bench"))
from networks import NETWORKS, formula_examples, network, set_formula_weights  # noqa: E402

FILE = ROOT / "tools/bench/test/goldens/keras.json"
STEPS = 20
BATCH_SIZES = {"small": 16, "full": 32}
LEARNING_RATES = {("cnn2d", "full"): 1e-4, ("deep-cnn1d", "full"): 1e-6}


def losses(name, size, dtype):
    keras.config.set_floatx(dtype)
    keras.config.set_dtype_policy(dtype)
    model = network(name, size, dropout=False)
    set_formula_weights(model)
    x, y = formula_examples(model, BATCH_SIZES[size])
    rule = keras.optimizers.Adam(LEARNING_RATES.get((name, size), 1e-3))
    rule.build(model.trainable_weights)

    @tf.function
    def step(batch):
        with tf.GradientTape() as tape:
            probabilities = model(batch, training=True)
            loss = tf.reduce_mean(keras.losses.sparse_categorical_crossentropy(y, probabilities))
        rule.apply_gradients(zip(tape.gradient(loss, model.trainable_weights), model.trainable_weights))
        return loss

    return [float(step(tf.constant(x, dtype))) for _ in range(STEPS)], model.count_params()


def record(name, size):
    single, parameters = losses(name, size, "float32")
    double, _ = losses(name, size, "float64")
    difference = max(abs(a / b - 1) for a, b in zip(single, double))
    print(f"{name}, {size}: {single[0]:.4f} to {single[-1]:.4f}, float64 within {difference:.1e}", flush=True)
    return {
        "network": name,
        "size": size,
        "batchSize": BATCH_SIZES[size],
        "learningRate": LEARNING_RATES.get((name, size), 1e-3),
        "countParams": parameters,
        "losses": [float(f"{loss:.9g}") for loss in double],
        "float64Difference": float(f"{difference:.1e}"),
    }


if __name__ == "__main__":
    cases = [record(name, size) for size in BATCH_SIZES for name in NETWORKS]
    FILE.parent.mkdir(parents=True, exist_ok=True)
    FILE.write_text(json.dumps({"keras": keras.__version__, "tensorflow": tf.__version__, "cases": cases}, indent=1) + "\n")
