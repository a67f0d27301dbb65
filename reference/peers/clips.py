"""The clips of an experiment: reads them, augments them, and extracts features."""

import sys
from zlib import crc32

import audioread
import librosa
import numpy as np
import soundfile

from augmentation import augmented
from features import ClipTooShort, extract

SILENCE = 2**-15  # one step of 16-bit sound


class SilentClip(ValueError):
    """No sample is larger than one step of 16-bit sound."""


UNREADABLE = (soundfile.SoundFileError, audioread.DecodeError, SilentClip, ClipTooShort)


class Clips:
    """Features and classes by the ids of a split, and augmented copies of the clips that a fold trains on."""

    def __init__(self, recipe, recordings, ids, copied, seed):
        self.labels = {id: recipe["labels"].index(recordings[id].emotion) for id in ids}
        self.features = {}
        self.copies = {}
        self.skipped = []
        rate = recipe["features"]["sampleRate"]
        chains = recipe.get("augmentation", {}).get("variants", [])
        for id in ids:
            try:
                samples = read_audio(recordings[id].path, rate)
                _, self.features[id] = extract(samples, recipe["features"])
            except UNREADABLE as error:
                self.skipped.append(id)
                print(f"skipped {id}: {error!r}", file=sys.stderr)
                continue
            if id in copied:
                draws = [seed, crc32(id.encode())]
                altered = (augmented(samples, rate, chain, [*draws, variant]) for variant, chain in enumerate(chains))
                self.copies[id] = list(described(altered, recipe["features"]))

    def usable(self, ids):
        return [id for id in ids if id in self.features]

    def examples(self, ids, with_copies=False):
        """Examples `[n, n_frames, n_features]` and their classes; the copies come after all clips."""
        rows = [(self.features[id], self.labels[id]) for id in ids]
        if with_copies:
            rows += [(copy, self.labels[id]) for id in ids for copy in self.copies[id]]
        x, y = zip(*rows)
        return np.stack(x), np.array(y)


def read_audio(path, rate):
    samples, _ = librosa.load(path, sr=rate, mono=True, res_type="soxr_hq")
    if not np.any(np.abs(samples) > SILENCE):
        raise SilentClip(path)
    return samples


def described(copies, description):
    """Features of copies; copies that stretching made too short are omitted."""
    for samples in copies:
        try:
            yield extract(samples, description)[1]
        except ClipTooShort:
            continue
