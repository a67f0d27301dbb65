"""Translates our option names to librosa's; shared by the scripts that record librosa's answers for `@ser/dsp`."""

import librosa
import numpy as np
import scipy

VERSIONS = {"librosa": librosa.__version__, "numpy": np.__version__, "scipy": scipy.__version__}

FRAMING = {
    "nFft": "n_fft",
    "hopLength": "hop_length",
    "winLength": "win_length",
    "window": "window",
    "center": "center",
    "padMode": "pad_mode",
}
MEL = {"nMels": "n_mels", "fMin": "fmin", "fMax": "fmax", "htk": "htk", "melNorm": "norm"}
DECIBELS = {"ref": "ref", "amin": "amin", "topDb": "top_db"}
CEPSTRUM = {"nMfcc": "n_mfcc", "lifter": "lifter"}


def translated(options, names):
    """The options in `names`, as keyword arguments for librosa."""
    return {names[name]: translated_value(name, value) for name, value in options.items() if name in names}


def translated_value(name, value):
    if name == "ref" and value == "max":
        return np.max
    if name == "melNorm" and value == "none":
        return None
    return value


def spectrogram(y, options):
    stft = librosa.stft(y, **{"n_fft": 2048, "hop_length": 512, **translated(options, FRAMING)})
    return np.abs(stft) ** options.get("power", 2)


def mel_spectrogram(y, sample_rate, options):
    words = {**FRAMING, **MEL, "power": "power"}
    return librosa.feature.melspectrogram(y=y, sr=sample_rate, **translated(options, words))


def log_mel(y, sample_rate, options):
    return librosa.power_to_db(mel_spectrogram(y, sample_rate, options), **translated(options, DECIBELS))


def mfcc(y, sample_rate, options):
    """librosa's usual single call; only other decibel options need separate calls."""
    if DECIBELS.keys() & options.keys():
        return librosa.feature.mfcc(S=log_mel(y, sample_rate, options), **translated(options, CEPSTRUM))
    words = {**FRAMING, **MEL, "melNorm": "mel_norm", "power": "power", **CEPSTRUM}
    return librosa.feature.mfcc(y=y, sr=sample_rate, **translated(options, words))


def spread(n_frames, count):
    """Indices of at most `count` frames: two at each end, where padding matters, and some between."""
    between = np.linspace(2, n_frames - 3, max(count - 4, 0)).astype(int) if n_frames > 4 else []
    ends = [0, 1, n_frames - 2, n_frames - 1]
    return sorted({int(i) for i in [*ends, *between] if 0 <= i < n_frames})


def answer(matrix, count):
    """The recorded frames of librosa's `[n_features, n_frames]`, time first, with seven digits."""
    frames = spread(matrix.shape[1], count)
    values = [float(f"{value:.7g}") for value in matrix.T[frames].ravel()]
    return {"nFrames": matrix.shape[1], "nFeatures": matrix.shape[0], "frames": frames, "values": values}
