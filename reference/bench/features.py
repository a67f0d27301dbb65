"""Reads audio files and computes the MFCC of the recipe ravdess-cnn, with soundfile and librosa in one thread."""

import glob
import json
import os
import time

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "NUMBA_NUM_THREADS"):
    os.environ[variable] = "1"

import librosa  # noqa: E402
import numpy as np  # noqa: E402
import soundfile  # noqa: E402

CORPORA = os.environ["SER_CORPORA"]
RATE, START, DURATION = 22050, 0.5, 3.0


def features(path):
    samples, rate = soundfile.read(path, dtype="float32", always_2d=True)
    clip = librosa.resample(samples.mean(axis=1), orig_sr=rate, target_sr=RATE)
    first = int(START * RATE)
    part = clip[first : first + int(DURATION * RATE)]
    part = np.pad(part, (0, int(DURATION * RATE) - len(part)))
    return librosa.feature.mfcc(y=part, sr=RATE, n_mfcc=40)


paths = sorted(glob.glob(os.path.join(CORPORA, "ravdess", "Actor_*", "*.flac")))
features(paths[0])
began = time.perf_counter()
for path in paths:
    features(path)
print(json.dumps({"seconds": time.perf_counter() - began, "what": f"librosa {librosa.__version__}, {len(paths)} clips"}))
