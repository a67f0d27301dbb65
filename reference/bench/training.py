"""Five epochs of the recipe ravdess-cnn in Keras on the CPU, one thread."""

import json
import os
import time

os.environ.update(TF_NUM_INTRAOP_THREADS="1", TF_NUM_INTEROP_THREADS="1", TF_CPP_MIN_LOG_LEVEL="3")

import keras  # noqa: E402
import numpy as np  # noqa: E402
import tensorflow as tf  # noqa: E402
from keras import layers  # noqa: E402

tf.config.threading.set_intra_op_parallelism_threads(1)
tf.config.threading.set_inter_op_parallelism_threads(1)

EXAMPLES, FRAMES, COEFFICIENTS, CLASSES = 1152, 130, 40, 8


def network():
    stack = [layers.Input((FRAMES, COEFFICIENTS))]
    for filters in (64, 128, 128):
        stack += [
            layers.Conv1D(filters, 5, padding="same", activation="relu"),
            layers.BatchNormalization(momentum=0.9),
            layers.MaxPooling1D(2),
        ]
    stack += [layers.GlobalAveragePooling1D(), layers.Dropout(0.3), layers.Dense(128, activation="relu")]
    stack += [layers.Dropout(0.3), layers.Dense(CLASSES, activation="softmax")]
    return keras.Sequential(stack)


random = np.random.default_rng(1)
x = random.standard_normal((EXAMPLES, FRAMES, COEFFICIENTS), dtype=np.float32)
y = random.integers(0, CLASSES, EXAMPLES)
model = network()
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(x[:64], y[:64], batch_size=64, verbose=0)
began = time.perf_counter()
model.fit(x, y, epochs=5, batch_size=64, verbose=0)
print(json.dumps({"seconds": time.perf_counter() - began, "what": f"Keras {keras.__version__}, one thread"}))
