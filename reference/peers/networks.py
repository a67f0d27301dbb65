"""The networks of the recipes in Keras; the same as `packages/models/src/network`."""

import keras
from keras import layers, ops


@keras.saving.register_keras_serializable("ser")
class AttentionPooling1D(layers.Layer):
    """Weighted mean over time; the weights are the softmax over time of each step's product with one kernel."""

    def build(self, input_shape):
        self.kernel = self.add_weight(shape=(input_shape[-1], 1), initializer="glorot_uniform", name="kernel")

    def call(self, steps):
        attention = ops.softmax(ops.matmul(steps, self.kernel), axis=1)
        return ops.sum(attention * steps, axis=1)


class Builder:
    """Builds layers with the options that all kinds of networks share."""

    def __init__(self, description):
        self.description = description
        self.momentum = description.get("batchNormalizationMomentum", 0.99)

    def kernel(self):
        l2 = self.description.get("l2", 0)
        return {"kernel_regularizer": keras.regularizers.L2(l2) if l2 else None}

    def normalization(self, wanted):
        return [layers.BatchNormalization(momentum=self.momentum)] if wanted else []

    def convolution(self, layer, filters, size):
        return layer(filters, size, padding="same", activation="relu", **self.kernel())

    def dense(self, units, activation="relu"):
        return layers.Dense(units, activation=activation, **self.kernel())

    def recurrent(self, block, return_sequences):
        penalty = self.kernel()["kernel_regularizer"]
        options = {**self.kernel(), "recurrent_regularizer": penalty, "return_sequences": return_sequences}
        if block.get("cell", "lstm") == "gru":
            return layers.GRU(block["units"], reset_after=False, **options)  # as in the paper and in our layer
        return layers.LSTM(block["units"], **options)

    def head(self, rate):
        """The dense layers before the softmax, each with its dropout."""
        stack = []
        for units in self.description.get("dense", []):
            stack += [self.dense(units), *dropout(rate)]
        return stack

    def convolutions(self):
        """Convolution over time, batch normalization, max pooling, and dropout, for each block."""
        stack = []
        for block in self.description["convolutions"]:
            stack += [
                self.convolution(layers.Conv1D, block["filters"], block["kernelSize"]),
                *self.normalization(block.get("batchNormalization", False)),
                *pooling(layers.MaxPooling1D, block.get("poolSize", 2)),
                *dropout(block.get("dropout", 0)),
            ]
        return stack


def dropout(rate):
    return [layers.Dropout(rate)] if rate else []


def pooling(layer, size):
    return [] if size in (1, [1, 1]) else [layer(size)]


def cnn1d(build, shape):
    average = build.description.get("pooling") == "average"
    return [
        *build.convolutions(),
        layers.GlobalAveragePooling1D() if average else layers.Flatten(),
        *build.head(build.description.get("dropout", 0)),
    ]


def dense(build, shape):
    description = build.description
    stack = [layers.Flatten()]
    for units in description["units"]:
        stack += [
            build.dense(units, description.get("activation", "relu")),
            *build.normalization(description.get("batchNormalization", False)),
            *dropout(description.get("dropout", 0)),
        ]
    return stack


def cnn2d(build, shape):
    description = build.description
    stack = [layers.Reshape((*shape, 1))]
    for block in description["blocks"]:
        stack += [
            build.convolution(layers.Conv2D, block["filters"], block["kernelSize"]),
            *build.normalization(block.get("batchNormalization", False)),
            *pooling(layers.MaxPooling2D, block.get("poolSize", 2)),
            *dropout(block.get("dropout", 0)),
        ]
    average = description.get("pooling") == "average"
    head = build.head(description.get("dropout", 0))
    return [*stack, layers.GlobalAveragePooling2D() if average else layers.Flatten(), *head]


def cnn_lstm(build, shape):
    description = build.description
    kind = description.get("pooling", "last")
    stack = build.convolutions()
    last = len(description["recurrent"]) - 1
    for i, block in enumerate(description["recurrent"]):
        layer = build.recurrent(block, return_sequences=i < last or kind != "last")
        stack.append(layers.Bidirectional(layer) if block.get("bidirectional") else layer)
        stack += dropout(block.get("dropout", 0))
    if kind != "last":
        stack.append({"average": layers.GlobalAveragePooling1D, "attention": AttentionPooling1D}[kind]())
    return [*stack, *build.head(description.get("dropout", 0))]


def deep_cnn(build, shape):
    description = build.description
    normalized = description.get("batchNormalization", True)
    stack = [layers.Reshape((shape[0] * shape[1], 1))]
    for filters in description.get("filters", [256, 512, 256, 256, 128]):
        stack += [
            build.convolution(layers.Conv1D, filters, description.get("kernelSize", 5)),
            *build.normalization(normalized),
            *dropout(description.get("dropout", 0.2)),
            layers.MaxPooling1D(description.get("poolSize", 5), description.get("poolStride", 2), padding="same"),
        ]
    stack.append(layers.Flatten())
    for units in description.get("dense", [256]):
        stack += [build.dense(units), *build.normalization(normalized), *dropout(description.get("denseDropout", 0.5))]
    return stack


KINDS = {"cnn1d": cnn1d, "dense": dense, "cnn2d": cnn2d, "cnnLstm": cnn_lstm, "deepCnn": deep_cnn}


def network(description, shape, n_classes):
    """The network of a recipe, from examples `[n, *shape]` to probabilities `[n, n_classes]`."""
    build = Builder(description)
    stack = KINDS[description["kind"]](build, shape)
    return keras.Sequential([layers.Input(shape), *stack, build.dense(n_classes, "softmax")])
