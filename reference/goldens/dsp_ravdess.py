"""Records librosa's MFCCs of 20 real recordings for packages/experiments/test/goldens (numbers, no sound).

Run: SER_CORPORA=PATH/TO/CORPORA python reference/goldens/dsp_ravdess.py
"""

import json
import os
from pathlib import Path

import soundfile

from dsp_librosa import VERSIONS, answer, mfcc

CORPUS = Path(os.environ["SER_CORPORA"]) / "ravdess"
FILE = Path(__file__).parents[2] / "packages/experiments/test/goldens/librosaMfcc.json"

# The recordings have 16 kHz. The first setting treats the same samples as 22.05 kHz, to compare librosa's defaults
# without a resampler.
SETTINGS = [
    {"sampleRate": 22050, "options": {"nMfcc": 40}},
    {"sampleRate": 16000, "options": {"nFft": 512, "hopLength": 160, "nMels": 40, "nMfcc": 13}},
    {
        "sampleRate": 16000,
        "options": {
            "nFft": 400,
            "hopLength": 160,
            "window": "hamming",
            "center": False,
            "nMels": 40,
            "fMin": 50,
            "fMax": 7600,
            "htk": True,
            "nMfcc": 13,
            "lifter": 22,
        },
    },
    {
        "sampleRate": 16000,
        "options": {
            "nFft": 1024,
            "hopLength": 256,
            "winLength": 640,
            "padMode": "reflect",
            "nMels": 64,
            "melNorm": "none",
            "topDb": None,
        },
    },
    {
        "sampleRate": 16000,
        "options": {"nFft": 480, "hopLength": 160, "padMode": "edge", "nMels": 30, "power": 1, "ref": "max"},
    },
]


def chosen_clips():
    """One clip of each of actors 1 to 20, rotating through the eight emotions, both sentences, takes, and intensities."""
    for actor in range(1, 21):
        emotion = 1 + (actor - 1) % 8
        intensity = 1 if emotion == 1 else 1 + actor // 2 % 2
        statement = 1 + actor // 3 % 2
        take = 1 + actor // 5 % 2
        name = f"03-01-{emotion:02}-{intensity:02}-{statement:02}-{take:02}-{actor:02}.flac"
        yield f"Actor_{actor:02}/{name}"


def record_of(file):
    samples, sample_rate = soundfile.read(CORPUS / file, dtype="float32")
    assert sample_rate == 16000 and samples.ndim == 1, file
    answers = [answer(mfcc(samples, s["sampleRate"], s["options"]), 8) for s in SETTINGS]
    return {"file": file, "nSamples": len(samples), "answers": answers}


if __name__ == "__main__":
    FILE.parent.mkdir(parents=True, exist_ok=True)
    versions = {**VERSIONS, "soundfile": soundfile.__version__}
    record = {"versions": versions, "settings": SETTINGS, "clips": [record_of(file) for file in chosen_clips()]}
    text = json.dumps(record, separators=(",", ":"))
    FILE.write_text(text + "\n")
    print(f"{len(record['clips'])} clips, {len(text) / 1000:.0f} kB")
