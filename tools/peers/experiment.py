"""From audio files to metrics: the clips and folds of a run of ours, with librosa, Keras and scikit-learn."""

import sys

import keras
import numpy as np
from sklearn.metrics import accuracy_score, balanced_accuracy_score, f1_score

from clips import Clips
from corpora import recordings_of
from features import refuse_unknown
from networks import network
from stopwatch import Stopwatch
from training import fit, prepare


class Normalizer:
    """Mean 0 and population deviation 1 of each feature over all training frames; a constant one becomes 0."""

    def __init__(self, x):
        frames = x.reshape(-1, x.shape[-1])
        self.mean = frames.mean(axis=0, dtype=np.float64).astype(np.float32)
        deviation = frames.std(axis=0, dtype=np.float64).astype(np.float32)
        self.scale = np.where(np.ptp(frames, axis=0) == 0, np.float32(1), deviation)

    def apply(self, x):
        return (x - self.mean) / self.scale


def train_fold(clips, recipe, fold, seed, title):
    """A trained model, its normaliser, and the epochs that it took."""
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


def refuse_other_network(clips, recipe, n_weights):
    """Before an hour of training: the peer's network must have as many weights as ours."""
    shape = next(iter(clips.features.values())).shape
    count = network(recipe["classifier"], shape, len(recipe["labels"])).count_params()
    if count != n_weights:
        raise SystemExit(f"The peer's network has {count} weights, that of the run {n_weights}.")


def run_fold(clips, recipe, fold, seed, stopwatch):
    """What the test clips of a fold are, what they are taken for, and a line for the report."""
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
        raise SystemExit(f"{len(missing)} clips of the split are in no folder of --data, {missing[0]} for one.")
    return found


def final_fold(first, ids, training, seed):
    """All clips to train on, but for as great a share as the first fold has for validation, where that is watched."""
    watches = training.get("earlyStopping") or training.get("reduceLearningRateOnPlateau")
    share = len(first["validation"]) / (len(first["train"]) + len(first["validation"])) if watches else 0
    shuffled = np.random.default_rng(seed).permutation(ids).tolist()
    n_validation = round(share * len(ids))
    return {"train": shuffled[n_validation:], "validation": shuffled[:n_validation]}


def run(recipe, split, data, seed, n_folds=None, refit=False, n_weights=None):
    """
    The experiment from audio files to metrics.

    :param data: folder of each corpus by name
    :param n_folds: only so many folds of the split, from the first on
    :param refit: with several folds, train once more on all clips, as `ser train` does for the model it leaves
    :param n_weights: of the run's network, to compare with the peer's; None where the run left no model
    """
    refuse_unknown(recipe["features"])
    stopwatch = Stopwatch()
    folds = split["folds"][:n_folds]
    ids = sorted({id for fold in folds for side in ("train", "validation", "test") for id in fold[side]})
    refits = refit and len(folds) > 1
    trained = set(ids) if refits else {id for fold in folds for id in fold["train"]}
    with stopwatch.part("extract"):
        clips = Clips(recipe, find_recordings(recipe, data, ids), ids, trained, seed)
    if n_weights is not None:
        refuse_other_network(clips, recipe, n_weights)
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
