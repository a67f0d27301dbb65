"""Median milliseconds of the works of `npm run bench -- all`, with one thread.

    python works.py FLAC_FILE ENCODER_FILE

Libraries that are not installed are listed with the command that installs them.
"""

import importlib
import importlib.metadata
import io
import json
import os
import statistics
import sys
import time

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMBA_NUM_THREADS"):
    os.environ[variable] = "1"

import numpy as np  # noqa: E402

BUDGET, WARM_UPS = 0.25, 10  # as in tools/bench/src/all/medianOf.ts


def sound(rate):
    n = np.arange(3 * rate)
    noise = np.fmod(1e4 * np.sin(12.9898 * n), 1)
    tones = 0.3 * np.sin(2 * np.pi * 220 * n / rate) + 0.1 * np.sin(2 * np.pi * 1870 * n / rate)
    return (tones + 0.05 * noise).astype(np.float32)


def median_of(work):
    for _ in range(WARM_UPS):
        work()
    times = []
    end = time.perf_counter() + BUDGET
    while len(times) < 5 or time.perf_counter() < end:
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return 1000 * statistics.median(times)


def librosa_works(librosa):
    y16, y22 = sound(16000), sound(22050)
    feature = librosa.feature
    works = {
        "mfcc-16000": lambda: feature.mfcc(y=y16, sr=16000, n_mfcc=40),
        "mfcc-22050": lambda: feature.mfcc(y=y22, sr=22050, n_mfcc=40),
        "log-mel": lambda: librosa.power_to_db(feature.melspectrogram(y=y22, sr=22050)),
        "chroma": lambda: feature.chroma_stft(y=y22, sr=22050),
        "contrast": lambda: feature.spectral_contrast(y=y22, sr=22050),
        "f0": lambda: librosa.yin(y22, fmin=65, fmax=2093, sr=22050),
        "pitch-shift": lambda: librosa.effects.pitch_shift(y22, sr=22050, n_steps=2),
        "time-stretch": lambda: librosa.effects.time_stretch(y22, rate=1.1),
    }
    return works


def soxr_works(soxr):
    y16, y48 = sound(16000), sound(48000)
    return {
        "resample-up": lambda: soxr.resample(y16, 16000, 22050, quality="HQ"),
        "resample-down": lambda: soxr.resample(y48, 48000, 16000, quality="HQ"),
    }


def soundfile_works(soundfile):
    with open(sys.argv[1], "rb") as file:
        flac = file.read()
    buffer = io.BytesIO()
    soundfile.write(buffer, sound(48000), 48000, format="WAV", subtype="PCM_16")
    wav = buffer.getvalue()
    return {
        "flac": lambda: soundfile.read(io.BytesIO(flac), dtype="float32"),
        "wav": lambda: soundfile.read(io.BytesIO(wav), dtype="float32"),
    }


def onnxruntime_works(onnxruntime):
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(sys.argv[2], options, providers=["CPUExecutionProvider"])
    mel = np.sin(np.arange(80 * 300, dtype=np.float32)).reshape(1, 80, 300)
    inputs = {"mel": mel, "weights": np.ones(150, np.float32)}
    run = lambda: session.run(["mean", "std"], inputs)  # noqa: E731
    return {"encoder": run, "encoder-wasm": run}


RIVALS = {
    "librosa": librosa_works,
    "soxr": soxr_works,
    "soundfile": soundfile_works,
    "onnxruntime": onnxruntime_works,
}

systems, missing = [], []
for name, works_of in RIVALS.items():
    try:
        library = importlib.import_module(name)
    except ImportError:
        missing.append(f"{name}: not installed. pip install -r reference/requirements.txt")
        continue
    times = {key: median_of(work) for key, work in works_of(library).items()}
    systems.append({"what": f"{name} {importlib.metadata.version(name)}", "ms": times})
print(json.dumps({"systems": systems, "missing": missing}))
