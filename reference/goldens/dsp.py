"""Records librosa's answers for packages/dsp/test/goldens. Run: python reference/goldens/dsp.py"""

import json
from pathlib import Path

import librosa
import numpy as np
import scipy.fft
import scipy.signal

from dsp_librosa import DECIBELS, MEL, VERSIONS, answer, log_mel, mel_spectrogram, mfcc, spectrogram, translated

FOLDER = Path(__file__).parents[2] / "packages/dsp/test/goldens"


def synthetic_clip(sample_rate, n_samples):
    """Two tones, a rising chirp, and a decay toward silence; the same as packages/dsp/test/helpers/syntheticClip.ts."""
    t = np.arange(n_samples) / sample_rate
    tones = 0.4 * np.sin(2 * np.pi * 220 * t) + 0.2 * np.sin(2 * np.pi * 1310.5 * t + 1)
    chirp = 0.3 * np.sin(2 * np.pi * (100 * t + 2500 * t * t))
    return ((tones + chirp) * np.exp(-8 * t)).astype(np.float32)


def clip_case(function, options, sample_rate=16000, n_samples=6000, count=5):
    y = synthetic_clip(sample_rate, n_samples)
    arguments = [y, options] if function is spectrogram else [y, sample_rate, options]
    recorded = answer(function(*arguments), count)
    return {"sampleRate": sample_rate, "nSamples": n_samples, "options": options, "expected": recorded}


def numbers(values):
    return [float(f"{value:.9g}") for value in np.ravel(values)]


SMALL = {"nFft": 128, "hopLength": 50}

SPECTROGRAMS = [
    clip_case(spectrogram, options, 8000, 1500, 6)
    for options in [
        {**SMALL},
        {**SMALL, "power": 1},
        {**SMALL, "window": "hamming"},
        {**SMALL, "window": "ones"},
        {**SMALL, "winLength": 81},
        {**SMALL, "padMode": "reflect"},
        {**SMALL, "padMode": "edge"},
        {**SMALL, "center": False},
        {**SMALL, "nFft": 100},
        {**SMALL, "nFft": 101, "winLength": 90, "padMode": "reflect"},
    ]
] + [
    clip_case(spectrogram, {**SMALL, "padMode": mode}, 8000, n_samples)
    for mode in ["constant", "reflect", "edge"]
    for n_samples in [1, 20]
]

MEL_CASES = [
    {"nMels": 40},
    {"nMels": 26, "htk": True},
    {"nMels": 20, "fMin": 80, "fMax": 7000},
    {"nMels": 20, "melNorm": "none"},
    {"nMels": 128},
]
FILTER_BANKS = [
    {
        "sampleRate": 16000,
        "nFft": 128,
        "options": options,
        "expected": numbers(librosa.filters.mel(sr=16000, n_fft=128, **translated(options, MEL))),
    }
    for options in MEL_CASES
]

MEL_SPECTROGRAMS = [
    clip_case(mel_spectrogram, {"nFft": 512, "hopLength": 160, **options})
    for options in [*MEL_CASES[:4], {"nMels": 40, "power": 1}]
]

DECIBEL_INPUT = [0, 1e-12, 1e-7, 0.003, 0.5, 1, 20, 4e4]
DECIBEL_OPTIONS = [
    {},
    {"ref": 10},
    {"ref": "max"},
    {"topDb": 30},
    {"topDb": None},
    {"amin": 1e-3, "topDb": None},
    {"amin": 50, "ref": 2, "topDb": None},
]
DECIBEL_CASES = [
    {
        "function": name,
        "input": DECIBEL_INPUT,
        "options": options,
        "expected": numbers(function(np.array(DECIBEL_INPUT), **translated(options, DECIBELS))),
    }
    for name, function in [("powerToDb", librosa.power_to_db), ("amplitudeToDb", librosa.amplitude_to_db)]
    for options in DECIBEL_OPTIONS
]

LOG_MELS = [
    clip_case(log_mel, {"nFft": 512, "hopLength": 160, "nMels": 32, **options})
    for options in [{}, {"ref": "max"}, {"ref": 0.02, "amin": 1e-6}, {"topDb": 40}, {"topDb": None}]
]

SPEECH = {"nFft": 512, "hopLength": 160, "nMels": 40, "nMfcc": 13}

MFCCS = [clip_case(mfcc, options, 22050, 15000, 8) for options in [{}, {"nMfcc": 40}]] + [
    clip_case(mfcc, {**SPEECH, **options}, 16000, 6000, 8)
    for options in [
        {},
        {"htk": True},
        {"melNorm": "none"},
        {"fMin": 50, "fMax": 7600},
        {"lifter": 22},
        {"lifter": 13.5, "nMfcc": 40},
        {"center": False},
        {"padMode": "reflect"},
        {"padMode": "edge"},
        {"window": "hamming", "winLength": 400},
        {"nFft": 400},
        {"nFft": 399},
        {"power": 1},
        {"topDb": None},
        {"topDb": 25},
        {"ref": "max"},
        {"amin": 1e-4, "ref": 3},
    ]
]

SCALE_HZ = [0, 60, 440, 999.9, 1000, 2000, 3000, 8000, 22050]
SCALES = [
    {
        "htk": htk,
        "hz": SCALE_HZ,
        "mel": numbers(librosa.hz_to_mel(SCALE_HZ, htk=htk)),
        "melFrequencies": numbers(librosa.mel_frequencies(9, fmin=50, fmax=7600, htk=htk)),
    }
    for htk in [False, True]
]

TRANSFORM_INPUT = numbers(synthetic_clip(8000, 480))
FFTS = [
    {"size": size, "expected": numbers(np.stack([spectrum.real, spectrum.imag], axis=1))}
    for size in [2, 3, 4, 5, 6, 7, 8, 15, 16, 25, 49, 64, 100, 101, 400, 480]
    for spectrum in [scipy.fft.rfft(TRANSFORM_INPUT[:size])]
]
DCTS = [
    {"size": size, "expected": numbers(scipy.fft.dct(TRANSFORM_INPUT[:size], type=2, norm="ortho"))}
    for size in [1, 2, 5, 16, 40, 128]
]
WINDOWS = [
    {"name": name, "n": n, "expected": numbers(scipy.signal.get_window(name, n, fftbins=True))}
    for name in ["hann", "hamming", "ones"]
    for n in [1, 2, 7, 16]
]

RECORDS = {
    "windows": WINDOWS,
    "ffts": FFTS,
    "dcts": DCTS,
    "melScales": SCALES,
    "spectrograms": SPECTROGRAMS,
    "decibels": DECIBEL_CASES,
    "melFilterBanks": FILTER_BANKS,
    "melSpectrograms": MEL_SPECTROGRAMS,
    "logMels": LOG_MELS,
    "mfccs": MFCCS,
}

if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, cases in RECORDS.items():
        record = json.dumps({"versions": VERSIONS, "cases": cases}, separators=(",", ":"))
        (FOLDER / f"{name}.json").write_text(record + "\n")
        print(f"{name}: {len(cases)} cases, {len(record) / 1000:.0f} kB")
