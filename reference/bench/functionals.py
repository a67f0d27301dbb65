"""Functionals of every STEP-th RAVDESS clip in SER_CORPORA from number FIRST, by single-threaded processes.

    python functionals.py SYSTEM FIRST STEP PROCESSES

SYSTEM is `prototype` (the Python prototype of our functionals, in SER_PROTOTYPES) or `opensmile` (ComParE 2016).
"""

import glob
import json
import multiprocessing
import os
import sys
import time

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMBA_NUM_THREADS"):
    os.environ[variable] = "1"

import soundfile  # noqa: E402

CORPORA = os.environ["SER_CORPORA"]
WARM_UP_CLIPS = 30  # as in tools/bench/programs/functionalsWork.ts


def prototype():
    sys.path.insert(0, os.path.join(os.environ["SER_PROTOTYPES"], "accuracy"))
    import feats

    return lambda samples: feats.functionals(feats.llds(samples)), "Python prototype, 3779 functionals"


def opensmile():
    from opensmile import FeatureLevel, FeatureSet, Smile, __version__

    smile = Smile(feature_set=FeatureSet.ComParE_2016, feature_level=FeatureLevel.Functionals)
    return lambda samples: smile.process_signal(samples, 16000), f"opensmile {__version__}, ComParE 2016, 6373"


def warm_up():
    for clip in clips[:WARM_UP_CLIPS]:
        extract(clip)


def timed(number):
    """Computes the functionals of one clip; returns the processor time."""
    cpu_began = time.process_time()
    extract(clips[number])
    return time.process_time() - cpu_began


extract, what = {"prototype": prototype, "opensmile": opensmile}[sys.argv[1]]()
first, step, processes = map(int, sys.argv[2:])
paths = sorted(glob.glob(os.path.join(CORPORA, "ravdess", "Actor_*", "*.flac")))[first::step]
clips = [soundfile.read(path, dtype="float32")[0] for path in paths]
warm_up()
if processes == 1:
    began = time.perf_counter()
    cpu_seconds = sum(map(timed, range(len(clips))))
    seconds = time.perf_counter() - began
else:
    # Forked after everything is loaded and compiled.
    with multiprocessing.get_context("fork").Pool(processes) as pool:
        pool.map(timed, range(processes), chunksize=1)
        began = time.perf_counter()
        cpu_seconds = sum(pool.map(timed, range(len(clips)), chunksize=4))
        seconds = time.perf_counter() - began
audio_seconds = sum(map(len, clips)) / 16000
print(json.dumps({"seconds": seconds, "cpuSeconds": cpu_seconds, "audioSeconds": audio_seconds, "what": what}))
