"""Does a run of ours again, from audio files to metrics, by librosa, Keras and scikit-learn.

    python run.py RUN_FOLDER --data CORPUS=DIR... [--source] [--threads N] [--out X.json]

Reads `recipe.json` and `split.json` of the run: the same clips in the same folds, the same features, augmentation,
network and training. Prints one JSON object, and progress to standard error.
"""

import argparse
import json
import os
import platform
import resource
import sys
import time
from importlib.metadata import version
from pathlib import Path

LIBRARIES = ("keras", "tensorflow-cpu", "librosa", "soundfile", "soxr", "numpy", "scikit-learn")
THREAD_VARIABLES = (
    "OMP_NUM_THREADS",
    "OPENBLAS_NUM_THREADS",
    "MKL_NUM_THREADS",
    "NUMBA_NUM_THREADS",
    "TF_NUM_INTRAOP_THREADS",
    "TF_NUM_INTEROP_THREADS",
)


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("run", type=Path, help="run folder with recipe.json and split.json")
    parser.add_argument("--data", nargs="+", required=True, metavar="CORPUS=DIR", help="where each corpus lies")
    parser.add_argument("--source", action="store_true", help="the source's own split, source/split.json of the run")
    parser.add_argument("--folds", type=int, help="only so many folds, from the first on")
    parser.add_argument("--epochs", type=int, help="instead of the recipe's")
    parser.add_argument("--seed", type=int, help="instead of the recipe's; the split stays as it is")
    parser.add_argument("--refit", action="store_true", help="after several folds train on all clips, as we do")
    parser.add_argument("--threads", type=int, help="of TensorFlow and BLAS (default: what each library takes)")
    parser.add_argument("--out", type=Path, help="write the JSON there too")
    return parser.parse_args()


def read_json(path):
    return json.loads(path.read_text(encoding="utf8"))


def set_environment(threads):
    """Before the libraries are imported, which is when they read it."""
    os.environ.update(KERAS_BACKEND="tensorflow", CUDA_VISIBLE_DEVICES="", TF_CPP_MIN_LOG_LEVEL="3")
    if threads is not None:
        os.environ.update({name: str(threads) for name in THREAD_VARIABLES})


def folders_of(data, recipe):
    """Folder of each corpus; one folder without a name is of the only corpus."""
    names = [corpus["name"] for corpus in recipe["corpora"]]
    if len(names) == 1 and len(data) == 1 and not data[0].startswith(f"{names[0]}="):
        return {names[0]: data[0]}
    folders = dict(entry.split("=", 1) for entry in data)
    if sorted(folders) != sorted(names):
        raise SystemExit(f"--data must name a folder for each of {', '.join(names)}, as in {names[0]}=DIR.")
    return folders


def weights_of(run):
    """How many weights the model of a run has, if it left one: float32, in one file."""
    file = run / "model" / "weights.bin"
    return file.stat().st_size // 4 if file.exists() else None


def peak_memory_mb():
    """Greatest resident memory of this process, in MiB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (2**20 if sys.platform == "darwin" else 2**10)


def tell(report, arguments, seed, imports, libraries):
    """Adds what the process took and with which libraries; prints the report, and writes it where it is wanted."""
    report["seconds"]["imports"] = round(imports, 3)
    report |= {
        "seed": seed,
        "peakMemoryMb": round(peak_memory_mb(), 1),
        "threads": arguments.threads,
        "versions": {"python": platform.python_version(), **{name: version(name) for name in libraries}},
    }
    text = json.dumps(report)
    print(text)
    if arguments.out is not None:
        arguments.out.write_text(f"{text}\n", encoding="utf8")


def main():
    arguments = parse_arguments()
    recipe = read_json(arguments.run / "recipe.json")
    split = read_json(arguments.run / "source" / "split.json" if arguments.source else arguments.run / "split.json")
    data = folders_of(arguments.data, recipe)
    if arguments.epochs is not None:
        recipe["training"]["epochs"] = arguments.epochs
    seed = recipe["seed"] if arguments.seed is None else arguments.seed

    set_environment(arguments.threads)
    began = time.perf_counter()
    import experiment

    imports = time.perf_counter() - began
    options = {"n_folds": arguments.folds, "refit": arguments.refit, "n_weights": weights_of(arguments.run)}
    report = experiment.run(recipe, split, data, seed, **options)
    tell(report, arguments, seed=seed, imports=imports, libraries=LIBRARIES)


if __name__ == "__main__":
    main()
