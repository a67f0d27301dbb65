"""Records Whisper's log-mel spectrograms and embeddings of synthetic sounds, in float64, for packages/dsp and packages/encoder.

The formulas are those of https://github.com/openai/whisper (`audio.py`, `model.py`), with librosa's mel filters. The weights are
those that @ser-tools/encoder reads: SER_MODELS/whisper-tiny.en/encoder-layers-1-3.safetensors, in half precision.

Run: SER_MODELS=PATH/TO/MODELS python reference/goldens/whisper_encoder.py
"""

import json
import os
from pathlib import Path

import librosa
import numpy as np
import scipy.special

from dsp_features import signal
from dsp_librosa import VERSIONS, answer

ROOT = Path(__file__).parents[2]
WEIGHTS = Path(os.environ["SER_MODELS"]) / "whisper-tiny.en/encoder-layers-1-3.safetensors"
RATE, N_FFT, HOP = 16000, 400, 160
FRAME = 320


def log_mel(y, n_mels=80):
    """`[n_mels, len(y) // 160]`; `torch.stft` centers frames and mirrors the ends, and Whisper drops the last frame."""
    y = np.pad(y.astype(np.float64), N_FFT // 2, mode="reflect")
    frames = np.lib.stride_tricks.sliding_window_view(y, N_FFT)[::HOP][:-1]
    window = 0.5 - 0.5 * np.cos(2 * np.pi * np.arange(N_FFT) / N_FFT)
    powers = np.abs(np.fft.rfft(frames * window, axis=1)) ** 2
    filters = librosa.filters.mel(sr=RATE, n_fft=N_FFT, n_mels=n_mels, dtype=np.float64)
    levels = np.log10(np.maximum(powers @ filters.T, 1e-10))
    return ((np.maximum(levels, levels.max() - 8) + 4) / 4).T


def read_weights(path):
    data = path.read_bytes()
    end = 8 + int.from_bytes(data[:8], "little")
    header = json.loads(data[8:end])
    return {
        name: np.frombuffer(data[end + entry["data_offsets"][0] : end + entry["data_offsets"][1]], "<f2")
        .reshape(entry["shape"])
        .astype(np.float64)
        for name, entry in header.items()
        if name != "__metadata__"
    }


def gelu(x):
    return 0.5 * x * (1 + scipy.special.erf(x / np.sqrt(2)))


def linear(x, weights, name):
    return x @ weights[f"{name}/weight"].T + weights[f"{name}/bias"]


def normalized(x, weights, name):
    deviation = np.sqrt(x.var(axis=1, keepdims=True) + 1e-5)
    return (x - x.mean(axis=1, keepdims=True)) / deviation * weights[f"{name}/gamma"] + weights[f"{name}/beta"]


def convolution(x, weights, name, stride):
    """Over time with kernel 3, of `[n, inputs]`."""
    padded = np.pad(x, [(1, 1), (0, 0)])
    kernels = weights[f"{name}/weight"]
    taps = [padded[k : k + len(x)] @ kernels[:, :, k].T for k in range(3)]
    return (sum(taps) + weights[f"{name}/bias"])[::stride]


def attention(x, weights, name, n_heads=6):
    parts = linear(x, weights, f"{name}/linear_0").reshape(len(x), 3, n_heads, -1).transpose(1, 2, 0, 3)
    query, key, value = parts
    scores = scipy.special.softmax(query @ key.transpose(0, 2, 1) / np.sqrt(query.shape[-1]), axis=-1)
    return linear((scores @ value).transpose(1, 0, 2).reshape(len(x), -1), weights, f"{name}/linear_1")


def hidden_states(mel, weights):
    x = gelu(convolution(mel.T, weights, "conv1", 1))
    x = gelu(convolution(x, weights, "conv2", 2))
    x = x + weights["position_encodings/encodings"][: len(x)]
    for layer in range(3):
        at, ff = f"layer_{layer}/self_attention", f"layer_{layer}/ffn"
        x = x + attention(normalized(x, weights, f"{at}/layer_norm"), weights, at)
        inner = gelu(linear(normalized(x, weights, f"{ff}/layer_norm"), weights, f"{ff}/linear_0"))
        x = x + linear(inner, weights, f"{ff}/linear_1")
        yield x


def embedding(y, weights):
    """Means and deviations over active frames, of the clip at -26 dBFS and followed by half a second of silence."""
    y = y.astype(np.float64)
    powers = (y[: len(y) // FRAME * FRAME].reshape(-1, FRAME) ** 2).mean(axis=1)
    levels = 10 * np.log10(powers)
    active = np.flatnonzero(levels > np.percentile(levels, 95) - 35)
    y = y * 10 ** (-26 / 20) / np.sqrt(powers[active].mean())
    mel = log_mel(np.concatenate([y, np.zeros(8000 - len(y) % FRAME)]))
    layers = [x[active] for x in hidden_states(mel, weights)]
    return np.concatenate([statistic for x in layers for statistic in (x.mean(axis=0), x.std(axis=0))])


LOG_MELS = [
    *((name, 6000, {}) for name in ["silence", "noise", "tone", "chirp", "click", "voice"]),
    *(("voice", n_samples, {}) for n_samples in [201, 319, 320, 4800]),
    ("voice", 6000, {"nMels": 128}),
]
CLIPS = [("voice", 24000), ("chirp", 8123)]


def log_mel_case(name, n_samples, options):
    matrix = log_mel(signal(name, RATE, n_samples), **({"n_mels": options["nMels"]} if options else {}))
    expected = answer(matrix, 8)
    return {"signal": name, "sampleRate": RATE, "nSamples": n_samples, "options": options, "expected": expected}


def embedding_case(name, n_samples, weights):
    values = [float(f"{value:.5g}") for value in embedding(signal(name, RATE, n_samples), weights)]
    return {"signal": name, "nSamples": n_samples, "values": values}


def write(path, cases):
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = ",\n".join(json.dumps(case) for case in cases)
    path.write_text(f'{{"versions": {json.dumps(VERSIONS)}, "cases": [\n{lines}\n]}}\n')


if __name__ == "__main__":
    weights = read_weights(WEIGHTS)
    write(ROOT / "packages/dsp/test/goldens/whisperLogMels.json", [log_mel_case(*case) for case in LOG_MELS])
    write(ROOT / "packages/encoder/test/goldens/embeddings.json", [embedding_case(*case, weights) for case in CLIPS])
