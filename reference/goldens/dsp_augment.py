"""Records librosa's and numpy's answers for packages/dsp/test/goldens. Run: python reference/goldens/dsp_augment.py"""

import json

import librosa
import numpy as np

from dsp import FOLDER, numbers, synthetic_clip
from dsp_librosa import FRAMING, VERSIONS, spread, translated


def framing(options):
    return translated(options, FRAMING)


def contradicting(stft):
    """Frames that no signal has; the same as packages/dsp/test/helpers/contradicting.ts."""
    bins, frames = np.indices(stft.shape)
    return stft * (1 + 0.5 * np.cos(0.7 * frames + 0.1 * bins)).astype(np.float32)


def faded(y):
    """Fades in and out, because jumps at the ends contain all frequencies; the same as in packages/dsp/test/helpers/tone.ts."""
    return (y * np.sin(np.pi * np.arange(len(y)) / len(y)) ** 2).astype(np.float32)


def sound(y):
    """The recorded samples of a sound: both ends, where padding and trimming matter, and some between."""
    ends = [*range(20), *range(len(y) - 20, len(y))]
    between = np.linspace(20, len(y) - 20, 400).astype(int)
    kept = sorted({int(i) for i in [*ends, *between] if 0 <= i < len(y)})
    return {"nSamples": len(y), "at": kept, "values": seven_digits(y[kept])}


def seven_digits(values):
    return [float(f"{value:.7g}") for value in np.ravel(values)]


def istft_case(options, sample_rate=8000, n_samples=3000, length=None):
    y = synthetic_clip(sample_rate, n_samples)
    stft = contradicting(librosa.stft(y, **framing(options)))
    words = {word: value for word, value in framing(options).items() if word != "pad_mode"}
    expected = sound(librosa.istft(stft, length=length, **words))
    given = {} if length is None else {"length": length}
    return {"sampleRate": sample_rate, "nSamples": n_samples, "options": {**options, **given}, "expected": expected}


def vocoder_case(rate, options, sample_rate=16000, n_samples=8000):
    stft = librosa.stft(synthetic_clip(sample_rate, n_samples), **framing(options))
    words = {word: value for word, value in framing(options).items() if word in ["n_fft", "hop_length"]}
    stretched = librosa.phase_vocoder(stft, rate=rate, **words).T
    frames = spread(len(stretched), 6)
    kept = np.stack([stretched.real, stretched.imag], axis=-1)[frames]
    expected = {"nFrames": len(stretched), "frames": frames, "values": seven_digits(kept)}
    return {"sampleRate": sample_rate, "nSamples": n_samples, "rate": rate, "options": options, "expected": expected}


def stretch_case(rate, options={}, sample_rate=16000, n_samples=12001):
    y = librosa.effects.time_stretch(synthetic_clip(sample_rate, n_samples), rate=rate, **framing(options))
    return {"sampleRate": sample_rate, "nSamples": n_samples, "options": {"rate": rate, **options}, "expected": sound(y)}


def pitch_case(semitones, options={}, sample_rate=16000, n_samples=12001, fade=True):
    y = synthetic_clip(sample_rate, n_samples)
    y = faded(y) if fade else y
    shifted = librosa.effects.pitch_shift(y, sr=sample_rate, n_steps=semitones, **framing(options))
    options = {"semitones": semitones, **options}
    return {
        "sampleRate": sample_rate,
        "nSamples": n_samples,
        "fade": fade,
        "options": options,
        "expected": sound(shifted),
    }


def speed_case(rate, fade=True, sample_rate=16000, n_samples=6000):
    y = synthetic_clip(sample_rate, n_samples)
    y = faded(y) if fade else y
    faster = librosa.resample(y, orig_sr=sample_rate * rate, target_sr=sample_rate)
    return {
        "sampleRate": sample_rate,
        "nSamples": n_samples,
        "fade": fade,
        "options": {"rate": rate},
        "expected": sound(faster),
    }


def roll_case(shift, n_samples):
    y = np.arange(1, n_samples + 1)
    return {"shift": shift, "nSamples": n_samples, "expected": numbers(np.roll(y, shift))}


SMALL = {"nFft": 128, "hopLength": 50}

ISTFTS = [
    istft_case(options)
    for options in [
        {},
        {"nFft": 256},
        {**SMALL},
        {**SMALL, "window": "hamming"},
        {**SMALL, "winLength": 101},
        {"nFft": 512, "winLength": 400, "hopLength": 160},
        {"nFft": 129, "hopLength": 40},
        {"nFft": 100, "winLength": 61, "hopLength": 25, "padMode": "reflect"},
        # a Hann window would divide the first samples by squares near 0, so the comparison would show librosa's rounding
        {**SMALL, "center": False, "window": "hamming"},
        # frames with gaps between them
        {"nFft": 64, "hopLength": 80, "window": "hamming"},
    ]
] + [
    istft_case({**SMALL}, n_samples=n_samples, length=length)
    for n_samples, length in [(3000, 3000), (3000, 1234), (3000, 4000), (37, 37), (1, 5)]
]

VOCODERS = [vocoder_case(rate, {"nFft": 256}) for rate in [0.5, 0.8, 1, 1.3, 2, 7.7]] + [
    vocoder_case(0.9, {"nFft": 200, "hopLength": 30}),
    vocoder_case(1.2, {"nFft": 201, "hopLength": 50}),
]

STRETCHES = (
    [stretch_case(rate) for rate in [0.5, 0.81, 1, 1.07, 1.25, 3]]
    + [
        stretch_case(0.9, options)
        for options in [
            {"nFft": 1024},
            {"nFft": 512, "hopLength": 100},
            {"nFft": 512, "winLength": 400},
            {"nFft": 400, "window": "hamming"},
            {"nFft": 401, "hopLength": 100, "winLength": 399},
        ]
    ]
    + [stretch_case(0.8, {}, 22050, 40000), stretch_case(1.2, {}, 48000, 90001), stretch_case(1.1, {}, 44100, 44100)]
    + [stretch_case(rate, {}, 16000, n_samples) for rate in [0.7, 1.5] for n_samples in [2, 1000, 2047]]
)

PITCHES = [pitch_case(semitones) for semitones in [-12, -2.5, 0, 0.37, 1, 4]] + [
    pitch_case(-1, {"nFft": 1024}),
    pitch_case(2, {"nFft": 512, "hopLength": 100, "window": "hamming"}),
    pitch_case(-3, {}, 22050, 30001),
    pitch_case(3, {}, 48000, 60000),
    pitch_case(2, {}, 16000, 900),
    pitch_case(2, fade=False),
    pitch_case(-2, fade=False),
]

SPEEDS = [speed_case(rate) for rate in [0.5, 0.9, 1, 1.1, 1.2345678, 2]] + [speed_case(1.1, fade=False)]

ROLLS = [roll_case(shift, 7) for shift in [0, 1, -1, 3, 7, -7, 9, -16, 100]] + [roll_case(5, 1)]

RECORDS = {
    "istfts": ISTFTS,
    "phaseVocoders": VOCODERS,
    "timeStretches": STRETCHES,
    "pitchShifts": PITCHES,
    "speeds": SPEEDS,
    "rolls": ROLLS,
}

if __name__ == "__main__":
    for name, cases in RECORDS.items():
        record = json.dumps({"versions": VERSIONS, "cases": cases}, separators=(",", ":"))
        (FOLDER / f"{name}.json").write_text(record + "\n")
        print(f"{name}: {len(cases)} cases, {len(record) / 1000:.0f} kB")
