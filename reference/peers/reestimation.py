"""Reestimates the means and variances of batch normalization from the training examples (`reestimateStatistics`)."""

import keras
import numpy as np
from keras import ops


class ReestimateStatistics(keras.callbacks.Callback):
    """
    Runs before each validation and at the end, in one pass: earlier layers normalize by the batch, dropout is off, and
    the moments of the batches are pooled (Wu and Johnson, 2021, "PreciseBN").
    """

    def __init__(self, x, batch_size, seed):
        super().__init__()
        shuffled = np.random.default_rng(seed).permutation(len(x))
        self.batches = [x[rows] for rows in np.array_split(shuffled, -(-len(x) // batch_size))]

    def on_test_begin(self, logs=None):
        self.reestimate()

    def on_train_end(self, logs=None):
        self.reestimate()

    def reestimate(self):
        seen = {layer: [] for layer in self.model.layers if isinstance(layer, keras.layers.BatchNormalization)}
        for batch in self.batches:
            values = ops.convert_to_tensor(batch)
            for layer in self.model.layers:
                if layer in seen:
                    moments = ops.moments(values, axes=list(range(values.ndim - 1)))
                    seen[layer].append((len(batch), *map(ops.convert_to_numpy, moments)))
                values = layer(values, training=layer in seen)
        for layer, moments in seen.items():
            mean, variance = pooled(moments)
            layer.moving_mean.assign(mean)
            layer.moving_variance.assign(variance)


def pooled(moments):
    """Mean and population variance of all examples, from those of the batches."""
    sizes, means, variances = (np.array(column, dtype=np.float64) for column in zip(*moments))
    mean = np.average(means, axis=0, weights=sizes)
    return mean, np.average(variances + (means - mean) ** 2, axis=0, weights=sizes)
