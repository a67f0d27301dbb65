"""Records the results of Keras's callbacks, schedules, optimizers, and fit, and scikit-learn's balanced class weights.

    python reference/goldens/callbacks.py packages/models/test/goldens

Callbacks get scripted values: `callbacks.json` contains when each callback stops, the epoch of the restored weights,
and the learning rate of each epoch. Weights and data of the networks in `training.json` come from formulas that the
tests repeat.
"""

import json
import sys
from pathlib import Path

import keras
import numpy as np
import sklearn
import tensorflow as tf
from keras_steps import losses_of_steps
from sklearn.metrics import balanced_accuracy_score, precision_recall_fscore_support
from sklearn.utils.class_weight import compute_class_weight

sys.path.append(str(Path(__file__).resolve().parents[1] / "peers"))
from keras_names import OPTIMIZER_OPTIONS, OPTIMIZERS, PLATEAU, STOPPING, monitor, named  # noqa: E402

schedules = keras.optimizers.schedules


def one_weight(optimizer="sgd"):
    """A model whose only weight is the number of its epoch."""
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1, use_bias=False)])
    model.compile(optimizer, "mse")
    return model


def stops(options, values):
    """Number of epochs that run, and the epoch of the final weights, counted from 1."""
    callback = keras.callbacks.EarlyStopping(**monitor(options), **named(options, STOPPING))
    model = one_weight()
    callback.set_model(model)
    callback.on_train_begin()
    epochs = 0
    for epoch, value in enumerate(values):
        model.set_weights([np.array([[epoch + 1]])])
        callback.on_epoch_end(epoch, {monitor(options)["monitor"]: value})
        epochs = epoch + 1
        if model.stop_training:
            break
    callback.on_train_end()
    kept = int(model.get_weights()[0][0, 0])
    return {"options": options, "values": values, "epochs": epochs, "weightsOf": kept}


def lowers(options, values, learning_rate):
    """The learning rate of each epoch."""
    callback = keras.callbacks.ReduceLROnPlateau(**monitor(options), **named(options, PLATEAU))
    model = one_weight(keras.optimizers.SGD(learning_rate))
    callback.set_model(model)
    callback.on_train_begin()
    rates = []
    for epoch, value in enumerate(values):
        rates.append(float(model.optimizer.learning_rate))
        callback.on_epoch_end(epoch, {monitor(options)["monitor"]: value})
    return {"options": options, "values": values, "learningRate": learning_rate, "learningRates": rates}


def figures(rng, n=14):
    """A sequence of losses that falls overall, with ties."""
    return (np.round(np.exp(-np.arange(n) / 9) + rng.normal(0, 0.12, n), 1) + 0.0).tolist()


def early_stopping_cases():
    falling_then_rising = [1.0, 0.8, 0.7, 0.75, 0.72, 0.71, 0.6, 0.65, 0.64, 0.63]
    cases = [
        ({}, falling_then_rising),
        ({}, [1.0, 1.0, 0.5]),
        ({"patience": 3}, falling_then_rising),
        ({"patience": 2, "restoreBestWeights": True}, falling_then_rising),
        ({"patience": 20, "restoreBestWeights": True}, falling_then_rising),  # runs to its end, restored all the same
        ({"patience": 2, "minDelta": 0.1}, [0.9, 0.8, 0.7, 0.6, 0.5]),  # by 0.1 exactly: no improvement in float32
        ({"patience": 2, "minDelta": 0.1, "monitor": "accuracy"}, [0.7, 0.8, 0.9, 1.0]),
        ({"patience": 2, "baseline": 0.5}, falling_then_rising),
        ({"patience": 2, "baseline": 0.5, "restoreBestWeights": True}, falling_then_rising),
        ({"patience": 1, "startFromEpoch": 4}, falling_then_rising),
        ({"patience": 1, "startFromEpoch": 4, "restoreBestWeights": True}, falling_then_rising),
        ({"patience": 1, "monitor": "validationUar"}, [0.3, 0.4, 0.4, 0.5]),
    ]
    rng = np.random.default_rng(1)
    for _ in range(60):
        options = {"patience": int(rng.integers(0, 5)), "restoreBestWeights": bool(rng.integers(2))}
        if rng.integers(2):
            options["minDelta"] = float(rng.choice([0.05, 0.1, 0.2]))
        if rng.integers(3) == 0:
            options["baseline"] = float(rng.choice([0.4, 0.7, 0.9]))
        if rng.integers(3) == 0:
            options["startFromEpoch"] = int(rng.integers(1, 6))
        values = figures(rng)
        if rng.integers(3) == 0:
            options["monitor"] = "accuracy"
            values = [1 - value for value in values]
        cases.append((options, values))
    return [stops(options, values) for options, values in cases]


def plateau_cases():
    flat = [1.0] * 14
    cases = [
        ({}, [1.0] * 24, 0.01),
        ({"patience": 2}, flat, 0.01),
        ({"patience": 0}, flat[:5], 0.01),
        ({"patience": 2, "cooldown": 3, "factor": 0.5}, flat, 0.01),
        ({"patience": 1, "minLearningRate": 1e-5, "cooldown": 2}, flat, 1e-3),
        ({"patience": 1, "minLearningRate": 3e-4, "factor": 0.5}, flat, 1e-3),
        ({"patience": 2, "minDelta": 0.1}, [0.9, 0.8, 0.7, 0.6, 0.5, 0.4], 0.1),
        ({"patience": 2, "minDelta": 0}, [0.9, 0.9, 0.8999, 0.9, 0.9, 0.9], 0.1),
        ({"patience": 1, "monitor": "accuracy", "factor": 0.3}, [0.3, 0.5, 0.5, 0.6, 0.4, 0.4], 0.1),
    ]
    rng = np.random.default_rng(2)
    for _ in range(60):
        options = {
            "patience": int(rng.integers(0, 4)),
            "factor": float(rng.choice([0.1, 0.2, 0.5, 0.9])),
            "cooldown": int(rng.integers(0, 4)),
            "minDelta": float(rng.choice([0, 1e-4, 0.1])),
            "minLearningRate": float(rng.choice([0, 1e-4, 1e-5])),
        }
        values = figures(rng)
        if rng.integers(3) == 0:
            options["monitor"] = "validationUar"
            values = [1 - value for value in values]
        cases.append((options, values, float(rng.choice([0.1, 0.01, 1e-3]))))
    return [lowers(*case) for case in cases]


def schedule_cases():
    steps = [0, 1, 2, 3, 5, 8, 9, 10, 11, 19, 20, 21, 35, 100]
    rate = 0.02
    cases = [
        ({"name": "exponential", "decaySteps": 10, "decayRate": 0.5}, schedules.ExponentialDecay(rate, 10, 0.5)),
        (
            {"name": "exponential", "decaySteps": 10, "decayRate": 0.5, "staircase": True},
            schedules.ExponentialDecay(rate, 10, 0.5, staircase=True),
        ),
        ({"name": "cosine", "decaySteps": 20}, schedules.CosineDecay(rate, 20)),
        ({"name": "cosine", "decaySteps": 20, "alpha": 0.1}, schedules.CosineDecay(rate, 20, alpha=0.1)),
        (
            {"name": "cosine", "decaySteps": 20, "alpha": 0.1, "warmupSteps": 9},
            schedules.CosineDecay(0.0, 20, alpha=0.1, warmup_target=rate, warmup_steps=9),
        ),
        (
            {"name": "piecewise", "boundaries": [2, 10], "values": [0.1, 0.01, 0.001]},
            schedules.PiecewiseConstantDecay([2, 10], [0.1, 0.01, 0.001]),
        ),
        ({"name": "piecewise", "boundaries": [9], "values": [0.1, 0]}, schedules.PiecewiseConstantDecay([9], [0.1, 0.0])),
    ]
    return [
        {"schedule": ours, "learningRate": rate, "steps": steps, "rates": [float(theirs(step)) for step in steps]}
        for ours, theirs in cases
    ]


def class_weight_cases():
    cases = [[0, 0, 0, 1, 1, 2], [2, 2, 1, 2], [0, 0], [1, 0, 1, 0], [2] * 7 + [0]]
    weights = [(y, compute_class_weight("balanced", classes=np.unique(y), y=np.array(y))) for y in cases]
    return [
        {"y": y, "weights": {str(label): float(w) for label, w in zip(np.unique(y), each)}} for y, each in weights
    ]


N, N_VALIDATION, FRAMES, FEATURES, CLASSES, BATCH, STEPS = 20, 12, 13, 3, 4, 8, 20


def wave(shape, amplitude, phase):
    size = int(np.prod(shape))
    return (amplitude * np.sin(0.7 * np.arange(size) + phase)).astype(np.float32).reshape(shape)


def unbalanced(n):
    return np.minimum(np.arange(n) % 7, CLASSES - 1)


def network(l2=0.0):
    regularizer = keras.regularizers.L2(l2) if l2 else None
    model = keras.Sequential(
        [
            keras.Input((FRAMES, FEATURES)),
            keras.layers.Conv1D(5, 3, padding="same", activation="relu"),
            keras.layers.BatchNormalization(),
            keras.layers.MaxPooling1D(2),
            keras.layers.Flatten(),
            keras.layers.Dense(CLASSES, activation="softmax", kernel_regularizer=regularizer),
        ]
    )
    for i, weight in enumerate(model.trainable_weights):
        weight.assign(wave(weight.shape, 0.4, i + 1))
    return model


def rule(description):
    return OPTIMIZERS[description["name"]](**named(description, OPTIMIZER_OPTIONS))


def steps_of(description):
    """Losses of 20 steps, in batches of 8 in a fixed order, and the predictions after them."""
    model, optimizer = network(), rule(description)
    x, y = wave((N, FRAMES, FEATURES), 1.0, 0.5), unbalanced(N)
    losses = losses_of_steps(model, optimizer, x, y, n_steps=STEPS, batch=BATCH)
    return {"optimizer": description, "losses": losses, "predictions": probabilities_of(model, x)}


def optimizer_cases():
    return [
        steps_of(description)
        for description in [
            {"name": "adam", "learningRate": 0.01},
            {"name": "adam", "learningRate": 0.01, "weightDecay": 0.1},
            {"name": "adamW", "learningRate": 0.01},
            {"name": "adamW", "learningRate": 0.01, "weightDecay": 0.1, "globalClipNorm": 0.1},
            {"name": "sgd"},
            {"name": "sgd", "learningRate": 0.1, "momentum": 0.9},
            {"name": "sgd", "learningRate": 0.1, "momentum": 0.9, "nesterov": True},
            {"name": "sgd", "learningRate": 0.1, "weightDecay": 0.1},
            {"name": "rmsprop", "learningRate": 0.01},
            {"name": "rmsprop", "learningRate": 0.01, "momentum": 0.5, "weightDecay": 0.05},
            {"name": "sgd", "learningRate": 0.5, "clipNorm": 0.05},
            {"name": "sgd", "learningRate": 0.5, "clipValue": 0.01},
            {"name": "sgd", "learningRate": 0.5, "globalClipNorm": 0.1},
        ]
    ]


def probabilities_of(model, x):
    return model(x, training=False).numpy().ravel().astype(float).round(8).tolist()


class Scores(keras.callbacks.Callback):
    """scikit-learn's metrics of the validation examples after each epoch."""

    def __init__(self, x, y):
        super().__init__()
        self.x, self.y = x, y

    def on_epoch_end(self, epoch, logs=None):
        answers = np.argmax(self.model(self.x, training=False).numpy(), axis=-1)
        precision, recall, f1, _ = precision_recall_fscore_support(
            self.y, answers, labels=range(CLASSES), average="macro", zero_division=0
        )
        logs["val_precision"], logs["val_recall"], logs["val_macro_f1"] = precision, recall, f1
        logs["val_uar"] = balanced_accuracy_score(self.y, answers)


def fit(optimizer, epochs, label_smoothing=0.0, balanced=False, l2=0.0, stopping=None, plateau=None, schedule=None):
    """model.fit with one batch per epoch, so the order of examples does not matter."""
    x, y = wave((N, FRAMES, FEATURES), 1.0, 0.5), unbalanced(N)
    validation = wave((N_VALIDATION, FRAMES, FEATURES), 1.0, 1.3), unbalanced(N_VALIDATION)
    one_hot = lambda labels: np.eye(CLASSES, dtype=np.float32)[labels]
    model = network(l2)
    theirs = rule(optimizer)
    if schedule:
        theirs.learning_rate = schedules.ExponentialDecay(
            optimizer["learningRate"], schedule["decaySteps"], schedule["decayRate"]
        )
    model.compile(
        theirs,
        keras.losses.CategoricalCrossentropy(label_smoothing=label_smoothing),
        metrics=["accuracy", keras.metrics.F1Score(average="macro", name="f1")],
    )
    callbacks = [Scores(*validation)]
    if plateau is not None:
        callbacks.append(keras.callbacks.ReduceLROnPlateau(**monitor(plateau), **named(plateau, PLATEAU)))
    if stopping is not None:
        callbacks.append(keras.callbacks.EarlyStopping(**monitor(stopping), **named(stopping, STOPPING)))
    weights = compute_class_weight("balanced", classes=np.arange(CLASSES), y=y)
    history = model.fit(
        x,
        one_hot(y),
        batch_size=N,
        epochs=epochs,
        shuffle=False,
        verbose=0,
        validation_data=(validation[0], one_hot(validation[1])),
        validation_batch_size=5,
        class_weight=dict(enumerate(weights)) if balanced else None,
        callbacks=callbacks,
    ).history
    options = {
        "optimizer": optimizer,
        "epochs": epochs,
        "labelSmoothing": label_smoothing,
        **({"classWeights": "balanced"} if balanced else {}),
        **({"earlyStopping": stopping} if stopping is not None else {}),
        **({"reduceLearningRateOnPlateau": plateau} if plateau is not None else {}),
        **({"learningRateSchedule": schedule} if schedule else {}),
    }
    names = {
        "loss": "loss",
        "accuracy": "accuracy",
        "f1": "f1",
        "val_loss": "validationLoss",
        "val_accuracy": "validationAccuracy",
        "val_precision": "validationPrecision",
        "val_recall": "validationRecall",
        "val_macro_f1": "validationF1",
        "val_uar": "validationUar",
        "learning_rate": "learningRate",
    }
    return {
        "options": options,
        "l2": l2,
        "history": {names[key]: [float(v) for v in values] for key, values in history.items() if key in names},
        "predictions": probabilities_of(model, x),
    }


def fit_cases():
    adam = {"name": "adam", "learningRate": 0.01}
    sgd = {"name": "sgd", "learningRate": 0.1, "momentum": 0.9}
    return [
        fit(adam, 12),
        fit(adam, 12, label_smoothing=0.1, balanced=True, l2=0.01),
        fit(sgd, 14, balanced=True, plateau={"factor": 0.5, "patience": 2, "minDelta": 0.05, "cooldown": 1}),
        fit(sgd, 25, label_smoothing=0.2, stopping={"patience": 3, "restoreBestWeights": True}),
        fit({"name": "rmsprop", "learningRate": 0.01}, 10, schedule={"name": "exponential", "decaySteps": 4, "decayRate": 0.5}),
    ]


def write(name, content):
    versions = {"keras": keras.__version__, "tensorflow": tf.__version__, "sklearn": sklearn.__version__}
    text = json.dumps({**versions, **content}, separators=(",", ":"))
    (Path(sys.argv[1]) / name).write_text(text.replace('{"options"', '\n{"options"') + "\n")


write(
    "callbacks.json",
    {
        "earlyStopping": early_stopping_cases(),
        "reduceLearningRateOnPlateau": plateau_cases(),
        "schedules": schedule_cases(),
    },
)
write("../../../classifiers/test/goldens/classWeights.json", {"classWeights": class_weight_cases()})
write("training.json", {"optimizers": optimizer_cases(), "fits": fit_cases()})
