"""Our names for what Keras has: optimizers, callbacks and the figures that they watch."""

import keras

OPTIMIZERS = {
    "adam": keras.optimizers.Adam,
    "sgd": keras.optimizers.SGD,
    "adamw": keras.optimizers.AdamW,
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


def named(options, words):
    return {words[name]: value for name, value in options.items() if name in words}


def monitor(options):
    """What a callback watches, and which way is better: Keras cannot tell by a name that it does not know."""
    name = MONITORS[options.get("monitor", "validationLoss")]
    return {"monitor": name, "mode": "min" if name.endswith("loss") else "max"}
