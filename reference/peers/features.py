"""The features of a recipe by librosa: column names, and a matrix `[n_frames, n_features]` for a clip."""

import librosa.core.audio  # explicitly, because `import librosa` loads its parts on first use
import librosa.feature.spectral
import librosa.feature.utils
import numpy as np

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
CHROMA = {"nChroma": "n_chroma", "tuning": "tuning", "norm": "norm", "ctroct": "ctroct", "octwidth": "octwidth"}
CONTRAST = {"nBands": "n_bands", "fMin": "fmin", "quantile": "quantile", "linear": "linear"}
DELTAS = ("", ".delta", ".delta2")  # suffix of a column name, by order
FUNCTIONALS = {"mean": np.mean, "std": np.std, "min": np.min, "max": np.max}


class ClipTooShort(ValueError):
    """The clip ends before the segment begins."""


def translated(spec, names):
    """The options of a feature in `names`, as keyword arguments for librosa."""
    options = {names[name]: value for name, value in spec.items() if name in names}
    if options.get("ref") == "max":
        options["ref"] = np.max
    if options.get("norm") in ("none", "inf"):
        options["norm"] = {"none": None, "inf": np.inf}[options["norm"]]
    return options


class Spectra:
    """Magnitude spectrograms of one clip; each framing is computed once and shared by the features that use it."""

    def __init__(self, samples, rate):
        self.samples = samples
        self.rate = rate
        self._magnitudes = {}

    def of(self, spec, power):
        """The spectrogram to this power, with the other arguments of librosa's features."""
        framing = translated(spec, FRAMING)
        key = tuple(sorted(framing.items()))
        if key not in self._magnitudes:
            self._magnitudes[key] = np.abs(librosa.stft(self.samples, **{"n_fft": 2048, "hop_length": 512, **framing}))
        magnitude = self._magnitudes[key]
        return {"S": magnitude**power, "sr": self.rate, "n_fft": framing.get("n_fft", 2048)}


def mel_spectrogram(spectra, spec):
    return librosa.feature.melspectrogram(**spectra.of(spec, spec.get("power", 2)), **translated(spec, MEL))


def log_mel(spectra, spec):
    return librosa.power_to_db(mel_spectrogram(spectra, spec), **translated(spec, DECIBELS))


def mfcc(spectra, spec):
    return librosa.feature.mfcc(S=log_mel(spectra, spec), **translated(spec, CEPSTRUM))


def chroma(spectra, spec):
    return librosa.feature.chroma_stft(**spectra.of(spec, 2), **translated(spec, CHROMA))


def spectral_contrast(spectra, spec):
    return librosa.feature.spectral_contrast(**spectra.of(spec, 1), **translated(spec, CONTRAST))


# By the name in a recipe: the function, and the prefix of the column names.
FEATURES = {
    "mfcc": (mfcc, "mfcc"),
    "melSpectrogram": (mel_spectrogram, "mel"),
    "logMel": (log_mel, "logMel"),
    "chroma": (chroma, "chroma"),
    "spectralContrast": (spectral_contrast, "spectralContrast"),
}


def require_known(description):
    unknown = [spec["name"] for spec in description["features"] if spec["name"] not in FEATURES]
    if unknown:
        raise SystemExit(f"The features must be among {', '.join(FEATURES)}; got {', '.join(unknown)}.")


def cut_segment(samples, rate, segment):
    """The segment of a clip, zero-padded at its end."""
    first, length = (int(seconds * rate + 0.5) for seconds in (segment.get("start", 0), segment["duration"]))
    if len(samples) <= first:
        raise ClipTooShort(f"the segment begins at sample {first}, but the clip has {len(samples)} samples")
    return librosa.util.fix_length(samples[first:], size=length)


def extract(samples, description):
    """
    A clip's features as a recipe describes them.

    :return: column names, and a float32 matrix `[n_frames, n_features]` (one row for functionals)
    """
    rate = description["sampleRate"]
    if "segment" in description:
        samples = cut_segment(samples, rate, description["segment"])
    spectra = Spectra(samples, rate)
    names, blocks = [], []
    for spec in description["features"]:
        compute, prefix = FEATURES[spec["name"]]
        block = compute(spectra, spec)
        for order, ending in enumerate(DELTAS[: description.get("deltas", 0) + 1]):
            rows = librosa.feature.delta(block, order=order) if order else block
            names += [f"{prefix}{i}{ending}" for i in range(len(rows))]
            blocks.append(rows)
    if "functionals" in description:
        return with_functionals(names, blocks, description["functionals"])
    return names, np.concatenate(blocks).T.astype(np.float32)


def with_functionals(names, blocks, functionals):
    """Reduces all frames to one row."""
    matrix = [row for block in blocks for row in block]
    values = [FUNCTIONALS[functional](row) for functional in functionals for row in matrix]
    return [f"{name}.{functional}" for functional in functionals for name in names], np.float32([values])
