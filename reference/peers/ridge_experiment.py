"""From audio files to metrics: speed copies, functionals, normalization, class-balanced ridge with nested selection of C."""

import sys

import numpy as np
import soundfile
import soxr
from scipy.linalg import solve

from corpora import recordings_of
from stopwatch import Stopwatch
from voice import RATE, functionals


class Clips:
    """Functionals of each recording and of its copies, `[n_versions, n_clips, n_features]`."""

    def __init__(self, recipe, data, ids, speaker_of):
        found = {}
        for corpus in recipe["corpora"]:
            found |= recordings_of(corpus["name"], data[corpus["name"]])
        variants = recipe.get("augmentation", {}).get("variants", [])
        rates = [1.0, *(variant[0]["rate"] for variant in variants)]
        rows = [describe(found[id].path, rates) for id in ids]
        self.x = np.stack(rows, axis=1)
        self.y = np.array([recipe["labels"].index(found[id].emotion) for id in ids])
        self.speakers = np.array([speaker_of(id) for id in ids])
        self.row_of = {id: row for row, id in enumerate(ids)}

    def rows(self, ids):
        return np.array([self.row_of[id] for id in ids], int)


def describe(path, rates):
    samples, rate = soundfile.read(path, dtype="float32", always_2d=True)
    samples = soxr.resample(samples.mean(axis=1), rate, RATE)
    versions = (samples if rate == 1 else soxr.resample(samples, RATE, RATE / rate) for rate in rates)
    return np.stack([functionals(version) for version in versions])


def z_scores(x, of):
    mean, deviation = of.mean(axis=0, dtype=np.float64), of.std(axis=0, dtype=np.float64)
    return ((x - mean) / np.where(deviation > 1e-6, deviation, 1)).astype(np.float32)


def by_speaker(clips):
    """Normalizes each version of a speaker's clips by its own statistics."""
    x = np.empty_like(clips.x)
    for speaker in np.unique(clips.speakers):
        own = clips.speakers == speaker
        for version, all_rows in zip(x, clips.x):
            version[own] = z_scores(all_rows[own], all_rows[own])
    return x


class Ridge:
    """Dual ridge regression to ±1; one kernel matrix is used for all C and all inner folds."""

    def __init__(self, x, y, n_classes):
        self.x, self.y, self.n_classes = x, y, n_classes
        self.kernel = x @ x.T / x.shape[1]

    def scores(self, train, C, similarity):
        y = self.y[train]
        weights = len(y) / (self.n_classes * np.maximum(1, np.bincount(y, minlength=self.n_classes)))
        targets = np.where(np.arange(self.n_classes) == y[:, None], 1, -1).astype(np.float32)
        system = self.kernel[np.ix_(train, train)] + 1
        system[np.diag_indices(len(train))] += 1 / (C * weights[y])
        return (similarity + 1) @ solve(system, targets, assume_a="pos")

    def chosen(self, values, inner_folds):
        """The first of the best values of C, by mean UAR of the inner folds."""
        figures = [
            np.mean([uar(self.y[held], self.scores(train, C, self.kernel[np.ix_(held, train)]).argmax(axis=1))
                     for train, held in inner_folds])
            for C in values
        ]
        return values[int(np.argmax(figures))]


def uar(actual, predicted):
    return np.mean([(predicted[actual == label] == label).mean() for label in np.unique(actual)])


def inner_folds_of(speakers, y, n_versions, n_folds):
    """Holds out whole speakers and evaluates their recordings only; for a single speaker, holds out every n-th recording."""
    n = len(speakers)
    fold_of = np.empty(n, int)
    names, sizes = np.unique(speakers, return_counts=True)
    if len(names) > 1:
        totals = np.zeros(min(n_folds, len(names)), int)
        for name, size in sorted(zip(names, sizes), key=lambda pair: (-pair[1], pair[0])):
            smallest = totals.argmin()
            fold_of[speakers == name] = smallest
            totals[smallest] += size
        everywhere = np.tile(fold_of, n_versions)
    else:
        fold_of[np.lexsort((np.arange(n), y))] = np.arange(n) % n_folds
        everywhere = np.r_[fold_of, np.full(n * (n_versions - 1), -1)]
    return [
        (np.flatnonzero((everywhere != fold) & (everywhere >= 0)), np.flatnonzero(fold_of == fold))
        for fold in range(fold_of.max() + 1)
    ]


def train_fold(clips, normalized, recipe, ids):
    """A fitted classifier, the function that scales examples for it, and C."""
    train = clips.rows(ids)
    limit = recipe["normalize"].get("clip", np.inf)
    x = (clips.x if normalized is None else normalized)[:, train].reshape(-1, clips.x.shape[2])

    def prepared(examples):
        scaled = examples if normalized is not None else z_scores(examples, x)
        return np.clip(scaled, -limit, limit)

    y = np.tile(clips.y[train], len(clips.x))
    classifier = Ridge(prepared(x), y, len(recipe["labels"]))
    folds = inner_folds_of(clips.speakers[train], clips.y[train], len(clips.x), 3)
    C = classifier.chosen(recipe["classifier"].get("regularization", [0.1, 0.3, 1, 3, 10]), folds)
    return classifier, prepared, C


def run(recipe, split, data, speaker_of, refit=False):
    """
    The experiment from audio files to metrics.

    :param data: folder of each corpus by name
    :param refit: with several folds, also train on all clips, as `ser train` does for the model that it saves
    """
    stopwatch = Stopwatch()
    folds = split["folds"]
    ids = sorted({id for fold in folds for side in ("train", "validation", "test") for id in fold[side]})
    with stopwatch.part("extract"):
        clips = Clips(recipe, data, ids, speaker_of)
    with stopwatch.part("train"):
        normalized = by_speaker(clips) if recipe["normalize"]["scope"] == "speaker" else None
    predicted = np.empty_like(clips.y)
    figures = []
    for fold in folds:
        test = clips.rows(fold["test"])
        with stopwatch.part("train"):
            classifier, prepared, C = train_fold(clips, normalized, recipe, fold["train"])
        with stopwatch.part("evaluate"):
            x = prepared((clips.x if normalized is None else normalized)[0, test])
            every = np.arange(len(classifier.y))
            predicted[test] = classifier.scores(every, C, x @ classifier.x.T / x.shape[1]).argmax(axis=1)
        figures.append({"name": fold["name"], **scores(clips.y[test], predicted[test]), "C": C, "epochsRun": 1})
        print(f"{fold['name']}: UAR {figures[-1]['uar']:.4f}, C {C}", file=sys.stderr)
    if refit and len(folds) > 1:
        with stopwatch.part("train"):
            classifier, _, C = train_fold(clips, normalized, recipe, ids)
            classifier.scores(np.arange(len(classifier.y)), C, classifier.kernel[:1])
    tested = clips.rows([id for fold in folds for id in fold["test"]])
    return {
        "recipe": recipe["name"],
        "protocol": split["protocol"],
        **scores(clips.y[tested], predicted[tested]),
        "meanUar": float(np.mean([fold["uar"] for fold in figures])),
        "folds": figures,
        "epochsRun": len(figures),
        "skipped": [],
        "seconds": stopwatch.read(),
    }


def scores(actual, predicted):
    f1 = []
    for label in np.unique(np.r_[actual, predicted]):
        right = np.sum((actual == label) & (predicted == label))
        f1.append(2 * right / (np.sum(actual == label) + np.sum(predicted == label)))
    accuracy = float((actual == predicted).mean())
    return {"accuracy": accuracy, "uar": float(uar(actual, predicted)), "macroF1": float(np.mean(f1))}
