"""Records the functionals of the Python prototype for packages/dsp/test/goldens (numbers, no sound).

The prototype's `accuracy/feats.py` computes the front end 'full-band', its `cold/feats2.py` the front end 'invariant'.

Run: SER_PROTOTYPES=PATH/TO/PROTOTYPES SER_CORPORA=PATH/TO/CORPORA python reference/goldens/functionals.py
"""

import json
import os
import sys
from pathlib import Path

import numpy as np
import scipy
import soundfile

PROTOTYPES = Path(os.environ["SER_PROTOTYPES"]).resolve()
CORPORA = Path(os.environ["SER_CORPORA"]).resolve()
sys.path[:0] = [str(PROTOTYPES / "accuracy"), str(PROTOTYPES / "cold")]

import feats  # noqa: E402
import feats2  # noqa: E402
from dsp import FOLDER  # noqa: E402
from dsp_features import noise, signal  # noqa: E402

VERSIONS = {"numpy": np.__version__, "scipy": scipy.__version__}
FRONT_ENDS = {"full-band": feats.llds, "invariant": feats2.llds2}
CONTOURS = ["mel", "mfcc", "spec", "contrast", "chroma", "energy", "hnr"]

# Name and samples. The first is recorded completely, the others every 17th number; the second has more than 1024 frames.
SIGNALS = [
    ("phrase", 40000),
    ("phrase", 200000),
    ("voice", 30000),
    ("chirp", 24000),
    ("noise", 16000),
    ("voice", 3000),
]

# The first two are recorded completely, the others every 37th number.
CLIPS = [
    "ravdess/Actor_01/03-01-05-02-01-01-01.flac",
    "emodb/03a01Fa.flac",
    "ravdess/Actor_02/03-01-01-01-01-01-02.flac",
    "ravdess/Actor_08/03-01-06-01-02-02-08.flac",
    "ravdess/Actor_13/03-01-04-02-02-01-13.flac",
    "ravdess/Actor_16/03-01-08-02-01-02-16.flac",
    "ravdess/Actor_21/03-01-02-01-02-01-21.flac",
    "ravdess/Actor_24/03-01-07-02-02-02-24.flac",
    "emodb/08a05Wa.flac",
    "emodb/10b01Aa.flac",
    "emodb/14a07Wc.flac",
    "emodb/16b03Ta.flac",
    "tess/OAF_back_angry.flac",
    "tess/OAF_young_sad.flac",
    "tess/YAF_calm_ps.flac",
    "tess/YAF_witch_fear.flac",
]
NEMO_CLIPS = 4


def phrase(n_samples):
    """Vowels with varying pitch, hisses, and pauses, four per second; the same as packages/dsp/test/helpers/phrase.ts."""
    t, hiss = np.arange(n_samples) / 16000, noise(n_samples)
    phase = 2 * np.pi * 140 * t - 30 / 0.7 * np.cos(2 * np.pi * 0.7 * t)
    vowel = sum(np.sin(k * phase) / k for k in range(1, 21))
    syllable, envelope = np.floor(4 * t).astype(int) % 5, np.sin(4 * np.pi * t) ** 2
    sounds = [0.25 * vowel * envelope + 0.002 * hiss, 0.08 * hiss * envelope, 0.0005 * hiss]
    return np.choose(np.array([0, 1, 0, 0, 2])[syllable], sounds).astype(np.float32)


def functionals(samples, front_end):
    groups = feats.functionals(FRONT_ENDS[front_end](samples))
    kept = [values for key, values in groups.items() if front_end == "full-band" or not key.startswith("chroma")]
    return np.concatenate(kept)


def contours(samples, front_end):
    """`[n_frames, n_contours]`, with F0 and voicing at the end."""
    frames = FRONT_ENDS[front_end](samples)
    names = [name for name in CONTOURS if front_end == "full-band" or name != "chroma"]
    columns = [frames[name].reshape(len(frames["f0"]), -1) for name in [*names, "f0", "voiced"]]
    return np.concatenate(columns, axis=1)


def rounded(values):
    """Eight digits, the precision of float32."""
    return [float(f"{value:.8g}") for value in np.ravel(values)]


def case(samples, front_end, stride, **about):
    expected = rounded(functionals(samples, front_end)[::stride])
    return {**about, "frontEnd": front_end, "stride": stride, "expected": expected}


def synthetic():
    for i, (name, n_samples) in enumerate(SIGNALS):
        for front_end in FRONT_ENDS:
            samples = phrase(n_samples) if name == "phrase" else signal(name, 16000, n_samples)
            recorded = case(samples, front_end, 1 if i == 0 else 17, signal=name, nSamples=n_samples)
            frames = [n_samples // 160 * part // 7 for part in (0, 1, 2, 3, 5, 7)]
            expected = rounded(contours(samples, front_end)[frames])
            yield {**recorded, "frames": {"numbers": frames, "expected": expected}}


def real():
    nemo = sorted(path.relative_to(CORPORA).as_posix() for path in (CORPORA / "nemo").rglob("*.flac"))
    clips = CLIPS + nemo[:: len(nemo) // NEMO_CLIPS][:NEMO_CLIPS]
    for i, clip in enumerate(clips):
        samples, sample_rate = soundfile.read(CORPORA / clip, dtype="float32")
        assert sample_rate == 16000
        for front_end in FRONT_ENDS:
            yield case(samples, front_end, 1 if i < 2 else 37, clip=clip)


if __name__ == "__main__":
    experiments = FOLDER.parents[2] / "experiments/test/goldens"
    records = {FOLDER / "functionals.json": synthetic(), experiments / "functionalsOfCorpora.json": real()}
    for file, cases in records.items():
        record = json.dumps({"versions": VERSIONS, "cases": list(cases)}, separators=(",", ":"))
        file.write_text(record + "\n")
        print(f"{file.stem}: {len(record) / 1000:.0f} kB")
