"""From audio files to metrics: the clips and folds of a run of `ser train`, with librosa, Keras, and scikit-learn."""

import sys

import keras
import numpy as np
from sklearn.metrics import accuracy_score, balanced_accuracy_score, f1_score

from clips import Clips
from corpora import recordings_of
from features import require_known
from networks import network
from stopwatch import Stopwatch
from training import fit, prepare


class Normalizer:
    """Scales each feature to mean 0 and population standard deviation 1 over all training frames; constant features become 0."""

    def __init__(self, x):
        frames = x.reshape(-1, x.shape[-1])
        self.mean = frames.mean(axis=0, dtype=np.float64).astype(np.float32)
        deviation = frames.std(axis=0, dtype=np.float64).astype(np.float32)
        self.scale = np.where(np.ptp(frames, axis=0) == 0, np.float32(1), deviation)

    def apply(self, x):
        return (x - self.mean) / self.scale


def train_fold(clips, recipe, fold, seed, title):
    """A trained model, its normalizer, and the number of epochs."""
    keras.backend.clear_session()
    keras.utils.set_random_seed(seed)
    x, y = clips.examples(clips.usable(fold["train"]), with_copies=True)
    normalizer = Normalizer(x)
    x = normalizer.apply(x)
    validation = None
    if ids := clips.usable(fold["validation"]):
        x_validation, y_validation = clips.examples(ids)
        validation = (normalizer.apply(x_validation), y_validation)
    model = network(recipe["classifier"], x.shape[1:], len(recipe["labels"]))
    prepare(model, recipe["training"])
    epochs = fit(model, recipe["training"], x, y, validation, seed, title)
    return model, normalizer, epochs


def scores(actual, predicted):
    return {
        "accuracy": float(accuracy_score(actual, predicted)),
        "uar": float(balanced_accuracy_score(actual, predicted)),
        "macroF1": float(f1_score(actual, predicted, average="macro")),
    }


def require_same_network(clips, recipe, n_weights):
    """Fails before training unless the network has as many weights as that of the run."""
    shape = next(iter(clips.features.values())).shape
    count = network(recipe["classifier"], shape, len(recipe["labels"])).count_params()
    if count != n_weights:
        raise SystemExit(f"The network must have {n_weights} weights, as in the run; got {count}. Check that both build the same layers.")


def run_fold(clips, recipe, fold, seed, stopwatch):
    """The classes of the test clips of a fold, the predictions, and an entry for the report."""
    with stopwatch.part("train"):
        model, normalizer, epochs = train_fold(clips, recipe, fold, seed, fold["name"])
    with stopwatch.part("evaluate"):
        x, actual = clips.examples(clips.usable(fold["test"]))
        predicted = model.predict(normalizer.apply(x), verbose=0).argmax(axis=1)
        figures = {"name": fold["name"], **scores(actual, predicted), "epochsRun": epochs}
    print(f"{fold['name']}: UAR {figures['uar']:.4f}", file=sys.stderr)
    return actual, predicted, figures


def find_recordings(recipe, data, ids):
    found = {}
    for corpus in recipe["corpora"]:
        found |= recordings_of(corpus["name"], data[corpus["name"]])
    if missing := [id for id in ids if id not in found]:
        raise SystemExit(f"--data must contain all clips of the split; {len(missing)} are missing, such as {missing[0]}.")
    return found


def final_fold(first, ids, training, seed):
    """Trains on all clips, except for the first fold's share of validation clips if a callback needs them."""
    watches = training.get("earlyStopping") or training.get("reduceLearningRateOnPlateau")
    share = len(first["validation"]) / (len(first["train"]) + len(first["validation"])) if watches else 0
    shuffled = np.random.default_rng(seed).permutation(ids).tolist()
    n_validation = round(share * len(ids))
    return {"train": shuffled[n_validation:], "validation": shuffled[:n_validation]}


def run(recipe, split, data, seed, n_folds=None, refit=False, n_weights=None):
    """
    The experiment from audio files to metrics.

    :param data: folder of each corpus by name
    :param n_folds: number of folds to run, from the first
    :param refit: with several folds, also train on all clips, as `ser train` does for the model that it saves
    :param n_weights: number of weights in the run's network; None if the run saved no model
    """
    require_known(recipe["features"])
    stopwatch = Stopwatch()
    folds = split["folds"][:n_folds]
    ids = sorted({id for fold in folds for side in ("train", "validation", "test") for id in fold[side]})
    refits = refit and len(folds) > 1
    trained = set(ids) if refits else {id for fold in folds for id in fold["train"]}
    with stopwatch.part("extract"):
        clips = Clips(recipe, find_recordings(recipe, data, ids), ids, trained, seed)
    if n_weights is not None:
        require_same_network(clips, recipe, n_weights)
    answers = [run_fold(clips, recipe, fold, seed, stopwatch) for fold in folds]
    if refits:
        with stopwatch.part("train"):
            train_fold(clips, recipe, final_fold(folds[0], ids, recipe["training"], seed), seed, "final")
    actual, predicted, figures = zip(*answers)
    return {
        "recipe": recipe["name"],
        "protocol": split["protocol"],
        **scores(np.concatenate(actual), np.concatenate(predicted)),
        "folds": list(figures),
        "epochsRun": sum(fold["epochsRun"] for fold in figures),
        "skipped": clips.skipped,
        "seconds": stopwatch.read(),
    }
