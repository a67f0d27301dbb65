"""The training of a recipe in Keras: optimizer, loss, callbacks, and class weights."""

import sys

import keras
import numpy as np
from sklearn.utils.class_weight import compute_class_weight

from keras_names import OPTIMIZER_OPTIONS, OPTIMIZERS, PLATEAU, STOPPING, monitor, named
from reestimation import ReestimateStatistics


class UnweightedAverageRecall(keras.metrics.FBetaScore):
    """Mean recall of the classes that occur, over the batches of an epoch."""

    def result(self):
        actual = self.true_positives + self.false_negatives
        recall = keras.ops.divide_no_nan(self.true_positives, actual)
        return keras.ops.divide_no_nan(keras.ops.sum(recall), keras.ops.sum(keras.ops.cast(actual > 0, recall.dtype)))


def learning_rate(training, optimizer):
    rate = optimizer["learningRate"]
    schedule = training.get("learningRateSchedule")
    if schedule is None:
        return rate
    schedules = keras.optimizers.schedules
    if schedule["name"] == "exponential":
        return schedules.ExponentialDecay(
            rate, schedule["decaySteps"], schedule["decayRate"], staircase=schedule.get("staircase", False)
        )
    if schedule["name"] == "piecewise":
        return schedules.PiecewiseConstantDecay(schedule["boundaries"], schedule["values"])
    warmup = schedule.get("warmupSteps", 0)
    warming = {"initial_learning_rate": 0.0, "warmup_target": rate, "warmup_steps": warmup}
    start = warming if warmup else {"initial_learning_rate": rate}
    return schedules.CosineDecay(**start, decay_steps=schedule["decaySteps"], alpha=schedule.get("alpha", 0.0))


def prepare(model, training):
    """Compiles a model with the recipe's training options."""
    if "mixup" in training:
        raise SystemExit("`training.mixup` is not supported here. Compare a recipe without it.")
    optimizer = training["optimizer"]
    options = named(optimizer, OPTIMIZER_OPTIONS) | {"learning_rate": learning_rate(training, optimizer)}
    model.compile(
        OPTIMIZERS[optimizer["name"]](**options),
        loss=keras.losses.CategoricalCrossentropy(label_smoothing=training.get("labelSmoothing", 0)),
        metrics=[
            "accuracy",
            UnweightedAverageRecall(average="macro", name="uar"),
            keras.metrics.F1Score(average="macro", name="f1"),
        ],
    )


def callbacks(training, x, seed, title):
    chosen = [keras.callbacks.LambdaCallback(on_epoch_end=lambda epoch, logs: print_epoch(title, epoch, logs))]
    if stopping := training.get("earlyStopping"):
        chosen.append(keras.callbacks.EarlyStopping(**monitor(stopping), **named(stopping, STOPPING)))
    if plateau := training.get("reduceLearningRateOnPlateau"):
        chosen.append(keras.callbacks.ReduceLROnPlateau(**monitor(plateau), **named(plateau, PLATEAU)))
    if training.get("reestimateStatistics"):
        chosen.append(ReestimateStatistics(x, training["batchSize"], seed))
    return chosen


def print_epoch(title, epoch, logs):
    figures = ", ".join(f"{name} {value:.4g}" for name, value in logs.items())
    print(f"{title}, epoch {epoch + 1}: {figures}", file=sys.stderr)


def class_weights(training, y):
    chosen = training.get("classWeights")
    if chosen is None:
        return None
    if chosen == "balanced":
        classes = np.unique(y)
        return dict(zip(classes.tolist(), compute_class_weight("balanced", classes=classes, y=y)))
    return dict(enumerate(chosen))


def fit(model, training, x, y, validation, seed, title):
    """
    Trains a compiled model.

    :param x: examples `[n, n_frames, n_features]`, `y` their classes; `validation` the same pair, or None
    :return: number of trained epochs
    """
    n_classes = model.output_shape[-1]
    one_hot = keras.utils.to_categorical(y, n_classes)
    if validation is not None:
        validation = (validation[0], keras.utils.to_categorical(validation[1], n_classes))
    history = model.fit(
        x,
        one_hot,
        validation_data=validation,
        epochs=training["epochs"],
        batch_size=training["batchSize"],
        class_weight=class_weights(training, y),
        callbacks=callbacks(training, x, seed, title),
        verbose=0,
    )
    return len(history.epoch)
