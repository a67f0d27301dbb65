"""Records librosa's chroma, spectral shape, pitch, and deltas for packages/dsp/test/goldens.

Run: python reference/goldens/dsp_features.py
"""

import json
import warnings

import librosa
import numpy as np

from dsp import FOLDER, numbers
from dsp_librosa import FRAMING, VERSIONS, answer, spectrogram, translated

# librosa warns that silence has no tuning, and that frames of 401 samples are shorter than two periods of 65 Hz.
warnings.simplefilter("ignore", UserWarning)


def noise(n_samples):
    """Uniform in [-1, 1), by the generator of "Numerical Recipes", which is easy to repeat in any language."""
    values, state = np.empty(n_samples), 1
    for i in range(n_samples):
        state = (1664525 * state + 1013904223) % 2**32
        values[i] = state / 2**31 - 1
    return values


def voice(t):
    """Twelve harmonics of a pitch that varies around 130 Hz, with a little noise."""
    phase = 2 * np.pi * 130 * t + 5 * np.sin(2 * np.pi * 3 * t)
    harmonics = sum(np.sin(k * phase) / k for k in range(1, 13))
    return 0.2 * harmonics * np.sin(np.pi * t / (t[-1] + 0.01)) + 0.001 * noise(len(t))


def click(t):
    """Silence with a decaying click in its middle. A single sample would have a flat spectrum, where rounding decides."""
    age = np.arange(len(t)) - len(t) // 2
    return np.where(age < 0, 0, 0.95 ** np.maximum(age, 0))


# The same as packages/dsp/test/helpers/testSignal.ts.
SIGNALS = {
    "silence": lambda t: 0 * t,
    "noise": lambda t: 0.3 * noise(len(t)),
    "tone": lambda t: 0.5 * np.sin(2 * np.pi * 452.3 * t),
    "chirp": lambda t: 0.4 * np.sin(2 * np.pi * (200 * t + 2000 * t * t)),
    "click": click,
    "voice": voice,
}


def signal(name, sample_rate, n_samples):
    return SIGNALS[name](np.arange(n_samples) / sample_rate).astype(np.float32)


def case(function, name, sample_rate, n_samples, options, count=10):
    matrix = function(signal(name, sample_rate, n_samples), sample_rate, options)
    recorded = answer(np.atleast_2d(matrix), count)
    return {
        "signal": name,
        "sampleRate": sample_rate,
        "nSamples": n_samples,
        "options": options,
        "expected": recorded,
    }


SPEECH = {"nFft": 512, "hopLength": 160}
ODD_FRAMES = {"nFft": 401, "hopLength": 100, "padMode": "reflect"}
UNCENTRED = {"nFft": 400, "hopLength": 160, "winLength": 320, "window": "hamming", "center": False}


def cases(function, options, framings=(SPEECH, ODD_FRAMES, UNCENTRED), rates=(8000, 44100, 48000), lengths=(1, 300)):
    """Defaults for every signal and for short clips, other framings, other rates, and other options."""
    return [
        *(case(function, name, 22050, 7000, {}) for name in SIGNALS),
        *(case(function, "voice", 22050, n_samples, {}) for n_samples in lengths),
        *(case(function, name, 16000, 4000, framing) for name in ["voice", "noise"] for framing in framings),
        *(case(function, "voice", sample_rate, 9000, {}) for sample_rate in rates),
        *(case(function, name, 16000, 6000, {**framings[0], **o}) for o in options for name in ["voice", "noise"]),
    ]


def framed(function, words):
    """A function of librosa, called with our option names."""

    def answer_of(y, sample_rate, options):
        return function(y=y, sr=sample_rate, **translated(options, {**FRAMING, **words}))

    return answer_of


def unrated(function, words):
    """The same, for a function without a sample rate."""

    def answer_of(y, _sample_rate, options):
        return function(y=y, **translated(options, words))

    return answer_of


def spectral_flux(y, _sample_rate, options):
    magnitudes = spectrogram(y, {**options, "power": 1})
    return librosa.onset.onset_strength(S=magnitudes, center=False)


def chroma(y, sample_rate, options):
    norm = {"inf": np.inf, "none": None}.get(options.get("norm", "inf"), options.get("norm"))
    arguments = translated(options, {**FRAMING, **CHROMA_WORDS})
    return librosa.feature.chroma_stft(y=y, sr=sample_rate, norm=norm, **arguments)


def tonnetz(y, sample_rate, options):
    return librosa.feature.tonnetz(chroma=chroma(y, sample_rate, options))


def f0(y, sample_rate, options):
    return librosa.yin(y, sr=sample_rate, **{"fmin": 65, "fmax": 2093, **translated(options, YIN)})


FEATURE = librosa.feature
CHROMA_WORDS = {"nChroma": "n_chroma", "tuning": "tuning", "ctroct": "ctroct", "octwidth": "octwidth"}
CHROMA = [{"nChroma": 24}, {"nChroma": 7}, {"ctroct": 3, "octwidth": 1}, {"octwidth": None}, {"tuning": 0.25}]
CONTRAST = {"nBands": "n_bands", "fMin": "fmin", "quantile": "quantile", "linear": "linear"}
FRAMEWISE = {"frameLength": "frame_length", "hopLength": "hop_length", "center": "center"}
YIN = {**FRAMEWISE, "padMode": "pad_mode", "fMin": "fmin", "fMax": "fmax", "troughThreshold": "trough_threshold"}
FRAMES = [
    {"frameLength": 512, "hopLength": 160},
    {"frameLength": 401, "hopLength": 100},
    {"frameLength": 400, "hopLength": 160, "center": False},
]
LONG_FRAMES = [
    {"frameLength": 1024},
    {"frameLength": 801, "hopLength": 100},
    {"frameLength": 800, "hopLength": 160, "center": False},
]

RECORDS = {
    "chroma": cases(chroma, [*CHROMA, {"norm": 1}, {"norm": 2}, {"norm": "none"}]),
    "tonnetz": cases(tonnetz, CHROMA),
    "spectralContrast": cases(
        framed(FEATURE.spectral_contrast, CONTRAST),
        [
            {"linear": True},
            {"nBands": 3},
            {"fMin": 250, "nBands": 5},
            {"quantile": 0.1},
            {"quantile": 0.5},
            {"quantile": 0.9},
        ],
        rates=(16000, 44100, 48000),  # at 8 kHz the last of seven bands lies above all sound, and librosa refuses
    ),
    "spectralCentroid": cases(framed(FEATURE.spectral_centroid, {}), [{"padMode": "edge"}]),
    "spectralBandwidth": cases(
        framed(FEATURE.spectral_bandwidth, {"p": "p", "norm": "norm"}), [{"p": 1}, {"p": 3.5}, {"norm": False}]
    ),
    "spectralRolloff": cases(
        framed(FEATURE.spectral_rolloff, {"rollPercent": "roll_percent"}), [{"rollPercent": 0.5}, {"rollPercent": 0.99}]
    ),
    "spectralFlatness": cases(
        unrated(FEATURE.spectral_flatness, {**FRAMING, "amin": "amin", "power": "power"}),
        [{"power": 1}, {"power": 0.7}, {"amin": 1e-3}],
    ),
    "spectralFlux": cases(spectral_flux, [{"padMode": "edge"}]),
    "rms": cases(
        unrated(FEATURE.rms, {**FRAMEWISE, "padMode": "pad_mode"}),
        [{"padMode": "reflect"}, {"padMode": "edge"}],
        FRAMES,
    ),
    "zeroCrossingRate": cases(
        unrated(FEATURE.zero_crossing_rate, {**FRAMEWISE, "threshold": "threshold"}),
        [{"threshold": 0.05}],
        FRAMES,
    ),
    "f0": cases(
        f0,
        [{"fMin": 75, "fMax": 500}, {"troughThreshold": 0.02}, {"padMode": "reflect"}],
        LONG_FRAMES,
        lengths=(300,),  # one sample alone fits itself at every period, and rounding decides
    ),
}

CHROMA_FILTERS = [
    {"sampleRate": 16000, "nFft": n_fft, "nChroma": n_chroma, "tuning": tuning, "ctroct": ctroct, "octwidth": octwidth}
    for n_fft, n_chroma, tuning, ctroct, octwidth in [(64, 12, 0, 5, 2), (101, 24, 0.3, 4, 1), (64, 5, -0.2, 5, None)]
]


def chroma_filters(options):
    return numbers(librosa.filters.chroma(**translated(options, {"sampleRate": "sr", "nFft": "n_fft", **CHROMA_WORDS})))


def delta_case(n_frames, options):
    """Deltas of two features that are noise."""
    values = noise(2 * n_frames).astype(np.float32).reshape(n_frames, 2)
    expected = numbers(librosa.feature.delta(values, axis=0, **options))
    return {"nFrames": n_frames, "options": options, "expected": expected}


RECORDS["chromaFilters"] = [{"options": options, "expected": chroma_filters(options)} for options in CHROMA_FILTERS]
RECORDS["deltas"] = [
    delta_case(n_frames, options)
    for n_frames, options in [
        (20, {}),
        (20, {"order": 2}),
        (9, {}),
        (9, {"order": 2}),
        (12, {"width": 3}),
        (12, {"width": 5, "order": 2}),
        (15, {"width": 15, "order": 2}),
    ]
]

if __name__ == "__main__":
    for name, recorded in RECORDS.items():
        record = json.dumps({"versions": VERSIONS, "cases": recorded}, separators=(",", ":"))
        (FOLDER / f"{name}.json").write_text(record + "\n")
        print(f"{name}: {len(recorded)} cases, {len(record) / 1000:.0f} kB")
