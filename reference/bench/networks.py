"""The four networks of docs/engines.md in Keras; the same as tools/bench/src/networks.ts.

Weights and examples for comparisons come from an integer formula that gives the same numbers in both languages, so they
need not be stored.
"""

import keras
import numpy as np
from keras import layers


def dense(size, dropout):
    return [layers.Input((180,)), *[layers.Dense(units, activation="relu") for units in (256, 128, 64)], softmax(8)]


def cnn_lstm(size, dropout):
    small = size == "small"
    stack = [layers.Input((48, 10) if small else (188, 58))]
    for filters in (8, 12) if small else (64, 128):
        convolution = layers.Conv1D(filters, 5, padding="same", activation="relu")
        stack += [convolution, layers.BatchNormalization(), layers.MaxPooling1D(2)]
    return [*stack, layers.LSTM(12 if small else 64), softmax(7)]


def cnn2d(size, dropout):
    small = size == "small"
    stack = [layers.Input((24, 26, 1) if small else (128, 188, 1))]
    for filters in (4, 6, 8) if small else (16, 32, 64):
        convolution = layers.Conv2D(filters, 3, padding="same", activation="relu")
        stack += [convolution, layers.BatchNormalization(), layers.MaxPooling2D(2)]
    return [*stack, layers.GlobalAveragePooling2D(), softmax(8)]


def deep_cnn1d(size, dropout):
    small = size == "small"
    stack = [layers.Input((100 if small else 880, 1))]
    for filters in (8, 12, 8, 8, 6) if small else (256, 512, 256, 256, 128):
        stack += [layers.Conv1D(filters, 5, padding="same", activation="relu"), layers.BatchNormalization()]
        stack += [layers.Dropout(0.2)] * dropout + [layers.MaxPooling1D(5, 2, padding="same")]
    stack += [layers.Flatten(), layers.Dense(16 if small else 256, activation="relu"), layers.BatchNormalization()]
    return [*stack, *[layers.Dropout(0.5)] * dropout, softmax(7)]


def softmax(classes):
    return layers.Dense(classes, activation="softmax")


NETWORKS = {"dense": dense, "cnn-lstm": cnn_lstm, "cnn2d": cnn2d, "deep-cnn1d": deep_cnn1d}


def network(name, size="full", dropout=True):
    return keras.Sequential(NETWORKS[name](size, dropout))


def formula(n, seed):
    """Numbers in [-1, 1): the finalizer of MurmurHash3 over the indices, in 32-bit integers."""
    hashed = np.arange(n, dtype=np.uint32) + np.uint32(seed * 0x9E3779B9 % 2**32)
    for shift, factor in ((16, 0x85EBCA6B), (13, 0xC2B2AE35)):
        hashed = (hashed ^ (hashed >> np.uint32(shift))) * np.uint32(factor)
    return (hashed ^ (hashed >> np.uint32(16))) / 2**31 - 1


def formula_weight(shape, name, seed):
    """Kernels with the width of Glorot's uniform distribution; other weights near their usual initial values."""
    values = formula(int(np.prod(shape)), seed).reshape(shape)
    if len(shape) > 1:
        field = int(np.prod(shape[:-2]))
        return values * np.sqrt(6 / (field * (shape[-2] + shape[-1])))
    return 0.1 * values + (1 if name == "gamma" else 0)


def set_formula_weights(model):
    for i, weight in enumerate(model.trainable_weights):
        weight.assign(formula_weight(weight.shape, weight.name, i + 1))


def formula_examples(model, n):
    """Examples with a deviation of about 1, and random classes, which a network can only memorize."""
    shape = (n, *model.input_shape[1:])
    x = (1.7 * formula(int(np.prod(shape)), 0)).astype(np.float32).reshape(shape)
    y = np.floor((formula(n, 1000) + 1) / 2 * model.output_shape[-1]).astype(np.int32)
    return x, y
