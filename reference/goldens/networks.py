"""Records Keras's results for the networks of `@ser/models`, and weight files that Keras writes.

    python reference/goldens/networks.py packages/models/test/goldens

`networks.json` contains, for descriptions in the JSON format of `parseNetworkDescription`:

- `sizes`: the number of parameters of each kind at a realistic size;
- `training`: for small networks, the initial weights that Keras draws, the losses of 20 steps of Adam and of SGD, and
  the predictions after them. `float64Difference` is the largest relative difference between Keras in float32 and in
  float64 over the steps, which is due to rounding alone;
- `files`: the predictions of small trained networks, saved as `weights/*.keras`, `*.weights.h5` and `*.h5`.

Examples come from a formula that the test repeats.
"""

import base64
import json
import os
import sys
from pathlib import Path

os.environ.setdefault("CUDA_VISIBLE_DEVICES", "")

import keras  # noqa: E402
import numpy as np  # noqa: E402
import tensorflow as tf  # noqa: E402
from keras import layers  # noqa: E402
from keras_steps import losses_of_steps  # noqa: E402

FOLDER = Path(sys.argv[1])
N, CLASSES, BATCH, STEPS = 20, 4, 8, 20
RULES = {"adam": keras.optimizers.Adam, "sgd": keras.optimizers.SGD}
LEARNING_RATES = {"adam": 0.005, "sgd": 0.02}
# With steps of 0.02, rounding alone changes the loss of the deep network by 4e-4.
SMALLER_STEPS = {("deepCnn", "sgd"): 0.002}

SIZES = [
    {
        "inputShape": [130, 40],
        "nClasses": 8,
        "network": {
            "kind": "cnn1d",
            "convolutions": [{"filters": filters, "kernelSize": 5} for filters in (64, 128, 128)],
            "dense": [128],
        },
    },
    {
        "inputShape": [130, 40],
        "nClasses": 6,
        "network": {"kind": "dense", "units": [256, 128, 64], "batchNormalization": True, "dropout": 0.3},
    },
    {
        "inputShape": [188, 128],
        "nClasses": 6,
        "network": {
            "kind": "cnn2d",
            "blocks": [{"filters": f, "kernelSize": 3, "batchNormalization": True} for f in (16, 32, 64)],
            "dense": [128],
        },
    },
    {
        "inputShape": [188, 128],
        "nClasses": 6,
        "network": {
            "kind": "cnn2d",
            "blocks": [{"filters": 16, "kernelSize": 3}, {"filters": 32, "kernelSize": [5, 3], "poolSize": [4, 2]}],
            "pooling": "average",
        },
    },
    {
        "inputShape": [188, 59],
        "nClasses": 7,
        "network": {
            "kind": "cnnLstm",
            "convolutions": [{"filters": f, "kernelSize": 5, "batchNormalization": True} for f in (64, 128)],
            "recurrent": [{"units": 64}],
            "dense": [64],
        },
    },
    {
        "inputShape": [188, 59],
        "nClasses": 7,
        "network": {
            "kind": "cnnLstm",
            "convolutions": [{"filters": 64, "kernelSize": 5}],
            "recurrent": [{"units": 64, "bidirectional": True}, {"cell": "gru", "units": 48, "bidirectional": True}],
            "pooling": "attention",
        },
    },
    {"inputShape": [44, 20], "nClasses": 7, "network": {"kind": "deepCnn"}},
]

TRAINING = {
    "cnn1d with weight decay": (
        [13, 3],
        {
            "kind": "cnn1d",
            "convolutions": [
                {"filters": 5, "kernelSize": 3, "batchNormalization": True},
                {"filters": 6, "kernelSize": 4},
            ],
            "dense": [7],
            "batchNormalizationMomentum": 0.9,
            "l2": 0.01,
        },
    ),
    "dense": ([4, 5], {"kind": "dense", "units": [9, 6], "activation": "elu", "batchNormalization": True}),
    "cnn2d": (
        [12, 10],
        {
            "kind": "cnn2d",
            "blocks": [
                {"filters": 4, "kernelSize": 3, "batchNormalization": True},
                {"filters": 5, "kernelSize": [3, 2], "poolSize": [1, 2]},
            ],
            "pooling": "average",
            "dense": [6],
        },
    ),
    "cnnLstm": (
        [14, 5],
        {
            "kind": "cnnLstm",
            "convolutions": [{"filters": 6, "kernelSize": 5, "batchNormalization": True}],
            "recurrent": [{"units": 5}],
            "dense": [6],
        },
    ),
    "cnnLstm with attention over both directions, and weight decay": (
        [10, 5],
        {
            "kind": "cnnLstm",
            "convolutions": [{"filters": 6, "kernelSize": 3}],
            "recurrent": [{"units": 4, "bidirectional": True}],
            "pooling": "attention",
            "l2": 0.01,
        },
    ),
    "cnnLstm of GRU layers": (
        [9, 4],
        {
            "kind": "cnnLstm",
            "convolutions": [],
            "recurrent": [{"cell": "gru", "units": 4, "bidirectional": True}, {"cell": "gru", "units": 3}],
            "pooling": "average",
        },
    ),
    "deepCnn": (
        [7, 5],
        {
            "kind": "deepCnn",
            "filters": [5, 6, 4],
            "dropout": 0,
            "dense": [7],
            "denseDropout": 0,
            "batchNormalizationMomentum": 0.9,
        },
    ),
}

FILES = [
    (
        ["cnn1d.keras"],
        [13, 3],
        {
            "kind": "cnn1d",
            "convolutions": [{"filters": 4, "kernelSize": 3, "batchNormalization": True, "dropout": 0.2}] * 2,
            "dense": [5],
            "dropout": 0.2,
        },
    ),
    (["dense.keras", "dense.weights.h5", "dense.h5"], [2, 5], {"kind": "dense", "units": [7, 6], "dropout": 0.2}),
    (
        ["cnn2d.weights.h5"],
        [8, 6],
        {"kind": "cnn2d", "blocks": [{"filters": 3, "kernelSize": 3, "batchNormalization": True}], "dense": [4]},
    ),
    (
        ["cnnLstm.keras", "cnnLstm.h5"],
        [8, 3],
        {
            "kind": "cnnLstm",
            "convolutions": [{"filters": 4, "kernelSize": 3}],
            "recurrent": [{"units": 3, "bidirectional": True, "dropout": 0.2}, {"cell": "gru", "units": 3}],
            "pooling": "attention",
        },
    ),
    (["deepCnn.weights.h5"], [4, 5], {"kind": "deepCnn", "filters": [4, 3], "dense": [5]}),
]


@keras.saving.register_keras_serializable("ser")
class AttentionPooling1D(layers.Layer):
    """Mean over time, weighted by the softmax of a learned score."""

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(input_shape[-1], 1), initializer="glorot_uniform")

    def call(self, steps):
        weights = keras.ops.softmax(keras.ops.matmul(steps, self.kernel), axis=1)
        return keras.ops.sum(weights * steps, axis=1)


class Stack:
    """Builds a Sequential model, with the options that its layers share."""

    def __init__(self, input_shape, description):
        self.layers = [layers.Input(input_shape)]
        self.momentum = description.get("batchNormalizationMomentum", 0.99)
        self.l2 = description.get("l2", 0)

    def penalty(self):
        return keras.regularizers.L2(self.l2) if self.l2 > 0 else None

    def add(self, layer):
        self.layers.append(layer)

    def convolution(self, kind, filters, kernel_size):
        self.add(kind(filters, kernel_size, padding="same", activation="relu", kernel_regularizer=self.penalty()))

    def dense(self, units, activation):
        self.add(layers.Dense(units, activation=activation, kernel_regularizer=self.penalty()))

    def recurrent(self, block, return_sequences):
        gru = block.get("cell", "lstm") == "gru"
        options = {"reset_after": False} if gru else {}
        penalties = {"kernel_regularizer": self.penalty(), "recurrent_regularizer": self.penalty()}
        kind = layers.GRU if gru else layers.LSTM
        layer = kind(block["units"], return_sequences=return_sequences, **penalties, **options)
        self.add(layers.Bidirectional(layer) if block.get("bidirectional") else layer)

    def normalization(self, wanted):
        if wanted:
            self.add(layers.BatchNormalization(momentum=self.momentum))

    def dropout(self, rate):
        if rate > 0:
            self.add(layers.Dropout(rate))

    def convolution_blocks(self, blocks):
        for block in blocks:
            self.convolution(layers.Conv1D, block["filters"], block["kernelSize"])
            self.normalization(block.get("batchNormalization"))
            if block.get("poolSize", 2) > 1:
                self.add(layers.MaxPooling1D(block.get("poolSize", 2)))
            self.dropout(block.get("dropout", 0))

    def dense_head(self, description):
        for units in description.get("dense", []):
            self.dense(units, "relu")
            self.dropout(description.get("dropout", 0))

    def model(self, n_classes):
        self.dense(n_classes, "softmax")
        return keras.Sequential(self.layers)


def network(description, input_shape, n_classes):
    stack = Stack(input_shape, description)
    BUILDERS[description["kind"]](stack, description, input_shape)
    return stack.model(n_classes)


def cnn1d(stack, description, _):
    stack.convolution_blocks(description["convolutions"])
    average = description.get("pooling") == "average"
    stack.add(layers.GlobalAveragePooling1D() if average else layers.Flatten())
    stack.dense_head(description)


def cnn2d(stack, description, input_shape):
    stack.add(layers.Reshape((*input_shape, 1)))
    for block in description["blocks"]:
        stack.convolution(layers.Conv2D, block["filters"], block["kernelSize"])
        stack.normalization(block.get("batchNormalization"))
        stack.add(layers.MaxPooling2D(block.get("poolSize", 2)))
        stack.dropout(block.get("dropout", 0))
    average = description.get("pooling") == "average"
    stack.add(layers.GlobalAveragePooling2D() if average else layers.Flatten())
    stack.dense_head(description)


def cnn_lstm(stack, description, _):
    stack.convolution_blocks(description["convolutions"])
    pooling = description.get("pooling", "last")
    blocks = description["recurrent"]
    for i, block in enumerate(blocks):
        stack.recurrent(block, i < len(blocks) - 1 or pooling != "last")
        stack.dropout(block.get("dropout", 0))
    if pooling != "last":
        stack.add(layers.GlobalAveragePooling1D() if pooling == "average" else AttentionPooling1D())
    stack.dense_head(description)


def deep_cnn(stack, description, input_shape):
    stack.add(layers.Reshape((int(np.prod(input_shape)), 1)))
    pooling = description.get("poolSize", 5), description.get("poolStride", 2)
    normalized = description.get("batchNormalization", True)
    for filters in description.get("filters", [256, 512, 256, 256, 128]):
        stack.convolution(layers.Conv1D, filters, description.get("kernelSize", 5))
        stack.normalization(normalized)
        stack.dropout(description.get("dropout", 0.2))
        stack.add(layers.MaxPooling1D(*pooling, padding="same"))
    stack.add(layers.Flatten())
    for units in description.get("dense", [256]):
        stack.dense(units, "relu")
        stack.normalization(normalized)
        stack.dropout(description.get("denseDropout", 0.5))


def dense(stack, description, _):
    stack.add(layers.Flatten())
    for units in description["units"]:
        stack.dense(units, description.get("activation", "relu"))
        stack.normalization(description.get("batchNormalization"))
        stack.dropout(description.get("dropout", 0))


BUILDERS = {"cnn1d": cnn1d, "cnn2d": cnn2d, "cnnLstm": cnn_lstm, "deepCnn": deep_cnn, "dense": dense}


def examples(input_shape):
    """Aperiodic values between -1 and 1, and a class for each example."""
    shape = (N, *input_shape)
    values = np.sin(0.37 * np.arange(np.prod(shape), dtype=np.float64) ** 2)
    return values.astype(np.float32).reshape(shape), np.arange(N) * 7 % CLASSES


def train(model, weights, rule, x, y):
    """Losses of the steps, penalties included, and the predictions after them."""
    model.set_weights(weights)
    losses = losses_of_steps(model, rule, x, y, n_steps=STEPS, batch=BATCH)
    return losses, model(x, training=False).numpy()


def in_precision(dtype, make):
    keras.config.set_floatx(dtype)
    keras.config.set_dtype_policy(dtype)
    try:
        return make()
    finally:
        keras.config.set_floatx("float32")
        keras.config.set_dtype_policy("float32")


def record_training(name, input_shape, description):
    keras.utils.set_random_seed(1)
    model = network(description, input_shape, CLASSES)
    weights = model.get_weights()
    exact = in_precision("float64", lambda: network(description, input_shape, CLASSES))
    x, y = examples(input_shape)
    runs = []
    for optimizer in RULES:
        rate = SMALLER_STEPS.get((name, optimizer), LEARNING_RATES[optimizer])
        losses, predictions = train(model, weights, RULES[optimizer](rate), x, y)
        exact_losses, _ = train(exact, weights, RULES[optimizer](rate), x.astype(np.float64), y)
        difference = max(abs(a / b - 1) for a, b in zip(losses, exact_losses))
        print(f"{name}, {optimizer}: {losses[0]:.4f} to {losses[-1]:.4f}, float64 within {difference:.1e}", flush=True)
        runs.append(
            {
                "optimizer": {"name": optimizer, "learningRate": rate},
                "losses": rounded(losses),
                "predictions": rounded(predictions),
                "float64Difference": float(f"{difference:.1e}"),
            }
        )
    flat = np.concatenate([weight.ravel() for weight in weights]).astype("<f4")
    return {
        "name": name,
        "inputShape": input_shape,
        "network": description,
        "countParams": model.count_params(),
        "initialWeights": base64.b64encode(flat.tobytes()).decode(),
        "runs": runs,
    }


def record_files(names, input_shape, description):
    """Saves a network after one epoch, so every weight differs from its initial value."""
    keras.utils.set_random_seed(2)
    model = network(description, input_shape, CLASSES)
    model.compile(keras.optimizers.SGD(0.1), "sparse_categorical_crossentropy")
    x, y = examples(input_shape)
    model.fit(x, y, batch_size=BATCH, verbose=0)
    for name in names:
        path = FOLDER / "weights" / name
        model.save_weights(path) if name.endswith(".weights.h5") else model.save(path)
    predictions = rounded(model(x, training=False).numpy())
    return [
        {"file": name, "inputShape": input_shape, "network": description, "predictions": predictions} for name in names
    ]


def rounded(values):
    return [float(f"{value:.8g}") for value in np.ravel(values)]


if __name__ == "__main__":
    (FOLDER / "weights").mkdir(parents=True, exist_ok=True)
    for case in SIZES:
        case["countParams"] = network(case["network"], case["inputShape"], case["nClasses"]).count_params()
    record = {
        "keras": keras.__version__,
        "tensorflow": tf.__version__,
        "nExamples": N,
        "nClasses": CLASSES,
        "batchSize": BATCH,
        "sizes": SIZES,
        "training": [record_training(name, *case) for name, case in TRAINING.items()],
        "files": [file for case in FILES for file in record_files(*case)],
    }
    (FOLDER / "networks.json").write_text(json.dumps(record, indent=1) + "\n")
