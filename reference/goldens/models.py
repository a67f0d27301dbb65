"""Records Keras's results for small 1-D CNNs: the losses of 20 steps and the predictions after them.

    python reference/goldens/models.py packages/models/test/goldens/keras.json

Weights and data come from formulas that the test repeats, so only the answers are stored.
"""

import json
import sys

import keras
import numpy as np
import tensorflow as tf
from keras_steps import losses_of_steps

N, FRAMES, FEATURES, CLASSES, BATCH, STEPS = 20, 13, 3, 4, 8, 20


def wave(shape, amplitude, phase):
    size = int(np.prod(shape))
    return (amplitude * np.sin(0.7 * np.arange(size) + phase)).astype(np.float32).reshape(shape)


def network(batch_normalization, pooling):
    layers = [keras.Input((FRAMES, FEATURES))]
    for filters, kernel in ((5, 3), (6, 4)):
        layers.append(keras.layers.Conv1D(filters, kernel, padding="same", activation="relu"))
        if batch_normalization:
            layers.append(keras.layers.BatchNormalization())
        layers.append(keras.layers.MaxPooling1D(2))
    layers.append(keras.layers.Flatten() if pooling == "flatten" else keras.layers.GlobalAveragePooling1D())
    layers.append(keras.layers.Dense(7, activation="relu"))
    layers.append(keras.layers.Dense(CLASSES, activation="softmax"))
    return keras.Sequential(layers)


def record(optimizer, learning_rate, batch_normalization, pooling):
    model = network(batch_normalization, pooling)
    for i, weight in enumerate(model.trainable_weights):
        weight.assign(wave(weight.shape, 0.4, i + 1))
    rule = {"adam": keras.optimizers.Adam, "sgd": keras.optimizers.SGD}[optimizer](learning_rate)
    x, y = wave((N, FRAMES, FEATURES), 1.0, 0.5), np.arange(N) * 7 % CLASSES
    losses = losses_of_steps(model, rule, x, y, n_steps=STEPS, batch=BATCH)
    return {
        "optimizer": {"name": optimizer, "learningRate": learning_rate},
        "batchNormalization": batch_normalization,
        "pooling": pooling,
        "countParams": model.count_params(),
        "losses": losses,
        "predictions": model(x, training=False).numpy().ravel().astype(float).round(8).tolist(),
    }


cases = [
    record("adam", 0.01, False, "flatten"),
    record("sgd", 0.1, False, "flatten"),
    record("adam", 0.01, True, "average"),
]
with open(sys.argv[1], "w") as file:
    json.dump({"keras": keras.__version__, "tensorflow": tf.__version__, "cases": cases}, file, indent=1)
    file.write("\n")
