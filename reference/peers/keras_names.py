"""Translates our names to those of Keras: optimizers, callbacks, and the metrics that they monitor."""

import keras

OPTIMIZERS = {
    "adam": keras.optimizers.Adam,
    "sgd": keras.optimizers.SGD,
    "adamW": keras.optimizers.AdamW,
    "rmsprop": keras.optimizers.RMSprop,
}
OPTIMIZER_OPTIONS = {
    "learningRate": "learning_rate",
    "momentum": "momentum",
    "nesterov": "nesterov",
    "weightDecay": "weight_decay",
    "clipNorm": "clipnorm",
    "clipValue": "clipvalue",
    "globalClipNorm": "global_clipnorm",
}
STOPPING = {
    "minDelta": "min_delta",
    "patience": "patience",
    "restoreBestWeights": "restore_best_weights",
    "baseline": "baseline",
    "startFromEpoch": "start_from_epoch",
}
PLATEAU = {
    "factor": "factor",
    "patience": "patience",
    "minDelta": "min_delta",
    "cooldown": "cooldown",
    "minLearningRate": "min_lr",
}
MONITORS = {
    "loss": "loss",
    "accuracy": "accuracy",
    "uar": "uar",
    "f1": "f1",
    "validationLoss": "val_loss",
    "validationAccuracy": "val_accuracy",
    "validationUar": "val_uar",
    "validationF1": "val_f1",
}


def named(options, names):
    return {names[name]: value for name, value in options.items() if name in names}


def monitor(options):
    """The metric that a callback monitors, and its direction, which Keras does not know for custom names."""
    name = MONITORS[options.get("monitor", "validationLoss")]
    return {"monitor": name, "mode": "min" if name.endswith("loss") else "max"}
