"""Compares the features of `ser features` with those of librosa, on synthetic sounds and on given files.

    python check.py [FILE...]

Prints the difference of each kind of feature as a share of its largest value, and fails above a bound. For sounds at the
rate of the features it is the largest difference. For sounds at 48 kHz and for files it is the median, because two
resamplers differ near the cutoff frequency, and with them all features of the quietest bins there.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

os.environ["CUDA_VISIBLE_DEVICES"] = ""

import librosa  # noqa: E402
import numpy as np  # noqa: E402
import soundfile  # noqa: E402

from features import extract  # noqa: E402

ROOT = Path(__file__).resolve().parents[2]
RATE = 22050
BOUND = 1e-3
RESAMPLED_BOUND = 1e-2

FRAMES = {"segment": {"start": 0.1, "duration": 1.5}}
SHORT = {"nFft": 1024, "hopLength": 256}
DESCRIPTIONS = {
    "mfcc": {"features": [{"name": "mfcc", "nMfcc": 40}], **FRAMES},
    "mfcc, options": {
        "features": [{"name": "mfcc", "nMfcc": 13, **SHORT, "nMels": 40, "fMin": 60, "fMax": 8000, "lifter": 22}],
        **FRAMES,
    },
    "logMel": {"features": [{"name": "logMel", "nMels": 64, "ref": "max", "topDb": None}], **FRAMES},
    "melSpectrogram": {"features": [{"name": "melSpectrogram", "htk": True, "power": 1, "melNorm": "none"}], **FRAMES},
    "chroma": {"features": [{"name": "chroma"}], **FRAMES},
    "chroma, options": {"features": [{"name": "chroma", **SHORT, "nChroma": 24, "tuning": 0.1, "norm": 2}], **FRAMES},
    "spectralContrast": {"features": [{"name": "spectralContrast"}], **FRAMES},
    "spectralContrast, options": {
        "features": [{"name": "spectralContrast", **SHORT, "nBands": 4, "fMin": 300, "quantile": 0.1, "linear": True}],
        **FRAMES,
    },
    "together": {
        "features": [{"name": "mfcc", **SHORT}, {"name": "chroma", **SHORT}, {"name": "spectralContrast", **SHORT}],
        **FRAMES,
    },
    "deltas": {"features": [{"name": "mfcc"}], "deltas": 2, **FRAMES},
    "functionals": {"features": [{"name": "mfcc"}], "functionals": ["mean", "std", "min", "max"]},
}


class Disagreement(Exception):
    """The features cannot be compared."""


def voice(rate, seed):
    """Two seconds of a harmonic sound with varying pitch and pauses, with a little noise."""
    random = np.random.default_rng(seed)
    time = np.arange(2 * rate) / rate
    phase = 2 * np.pi * np.cumsum(110 * (1 + seed / 4) * (1 + 0.3 * np.sin(2 * np.pi * 1.3 * time))) / rate
    tones = sum(np.sin(k * phase) / k for k in range(1, 30))
    loudness = np.clip(np.sin(2 * np.pi * 2.2 * time), 0, 1)
    return 0.2 * tones * loudness + 0.003 * random.standard_normal(len(time))


def ser_features(files, description, folder):
    """Names and matrices of `ser features`."""
    for file in files:
        (folder / f"{file.stem}.npy").unlink(missing_ok=True)
    command = ["npm", "run", "--silent", "ser", "--", "features", *map(str, files), "--json"]
    answer = subprocess.run(
        [*command, "--features", json.dumps(description), "--out", str(folder)],
        cwd=ROOT,
        env={**os.environ, "INIT_CWD": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    if answer.returncode != 0:
        raise Disagreement(json.loads(answer.stdout)["error"]["message"] if answer.stdout else answer.stderr.strip())
    names = json.loads(answer.stdout)[0]["names"]
    matrices = [np.load(folder / f"{file.stem}.npy") for file in files]
    return names, [matrix.reshape(-1, len(names)) for matrix in matrices]


def difference(mine, theirs, of_all):
    """The largest or the median difference, as a share of the largest value."""
    return float(of_all(np.abs(mine - theirs)) / np.abs(theirs).max())


def compare(files, description, of_all, folder):
    """The largest difference over all files, for each kind of column."""
    names, matrices = ser_features(files, description, folder)
    worst = {}
    for file, matrix in zip(files, matrices):
        samples, _ = librosa.load(file, sr=description["sampleRate"], mono=True, res_type="soxr_hq")
        their_names, theirs = extract(samples, description)
        if sorted(names) != sorted(their_names) or len(matrix) != len(theirs):
            raise Disagreement(f"{matrix.shape} {names[:3]}..., in Python {theirs.shape} {their_names[:3]}...")
        theirs = theirs[:, [their_names.index(name) for name in names]]
        kinds = np.array([kind_of(name) for name in names])
        for kind in sorted(set(kinds)):
            found = difference(matrix[:, kinds == kind], theirs[:, kinds == kind], of_all)
            worst[kind] = max(worst.get(kind, 0), found)
    return worst


def kind_of(name):
    """`mfcc3.delta` is of the kind `mfcc.delta`; all columns of a kind share the largest value."""
    stem, *endings = name.split(".")
    return ".".join([stem.rstrip("0123456789"), *endings])


def report(title, files, description, of_all, bound, folder):
    """Prints a line, and returns whether the difference is small enough."""
    try:
        worst = compare(files, {"sampleRate": RATE, **description}, of_all, folder / "npy")
    except Disagreement as reason:
        print(f"FAIL {title}: {reason}")
        return False
    fits = max(worst.values()) < bound
    print(f"{'ok  ' if fits else 'FAIL'} {title}: {', '.join(f'{kind} {value:.1e}' for kind, value in worst.items())}")
    return fits


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, help="recordings to compare in addition")
    given = [file.resolve() for file in parser.parse_args().files]
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        made = {rate: [folder / f"{rate}-{seed}.wav" for seed in (1, 2)] for rate in (RATE, 48000)}
        for rate, files in made.items():
            for seed, file in enumerate(files, start=1):
                soundfile.write(file, voice(rate, seed), rate, subtype="PCM_16")
        agreements = [
            report(f"{title}{ending}", files, description, of_all, bound, folder)
            for title, description in DESCRIPTIONS.items()
            for ending, files, of_all, bound in (
                ("", made[RATE], np.max, BOUND),
                (", resampled", made[48000] + given, np.median, RESAMPLED_BOUND),
            )
        ]
    sys.exit(0 if all(agreements) else 1)


if __name__ == "__main__":
    main()
