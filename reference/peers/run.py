"""Repeats a run of `ser train`, from audio files to metrics, with librosa, Keras, and scikit-learn.

    python run.py RUN_FOLDER --data CORPUS=DIR... [--source] [--threads N] [--out X.json]

Reads `recipe.json` and `split.json` of the run, and uses the same clips in the same folds, the same features,
augmentation, network, and training. Prints one JSON object; progress goes to standard error.
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
    parser.add_argument("--data", nargs="+", required=True, metavar="CORPUS=DIR", help="folder of each corpus")
    parser.add_argument("--source", action="store_true", help="the source's own split, source/split.json of the run")
    parser.add_argument("--folds", type=int, help="number of folds to run, from the first (default: all)")
    parser.add_argument("--epochs", type=int, help="instead of the recipe's")
    parser.add_argument("--seed", type=int, help="instead of the recipe's; the split does not change")
    parser.add_argument("--refit", action="store_true", help="after several folds, also train on all clips, as `ser train` does")
    parser.add_argument("--threads", type=int, help="threads of TensorFlow and BLAS (default: that of each library)")
    parser.add_argument("--out", type=Path, help="also write the JSON to this file")
    return parser.parse_args()


def read_json(path):
    return json.loads(path.read_text(encoding="utf8"))


def read_recipe(run):
    """The recipe of a run folder; it must have one member."""
    recipe = read_json(run / "recipe.json")
    members = recipe.pop("members", None)
    if members is None:
        return recipe
    if len(members) != 1:
        raise SystemExit(f"The recipe must have one member; got {len(members)}. Ensembles are not supported here.")
    return members[0] | recipe


def set_environment(threads):
    """Call this before importing the libraries, because they read it on import."""
    os.environ.update(KERAS_BACKEND="tensorflow", CUDA_VISIBLE_DEVICES="", TF_CPP_MIN_LOG_LEVEL="3")
    if threads is not None:
        os.environ.update({name: str(threads) for name in THREAD_VARIABLES})


def folders_of(data, recipe):
    """Folder of each corpus; a single folder without a name belongs to the only corpus."""
    names = [corpus["name"] for corpus in recipe["corpora"]]
    if len(names) == 1 and len(data) == 1 and not data[0].startswith(f"{names[0]}="):
        return {names[0]: data[0]}
    folders = dict(entry.split("=", 1) for entry in data)
    if sorted(folders) != sorted(names):
        raise SystemExit(f"--data must give a folder for each of {', '.join(names)}, such as {names[0]}=DIR; got {', '.join(data)}.")
    return folders


def weights_of(run):
    """Number of weights of a run's model, if it saved one: float32, in one file."""
    files = list((run / "model").rglob("weights.bin"))
    return files[0].stat().st_size // 4 if len(files) == 1 else None


def peak_memory_mb():
    """Peak resident memory of this process, in MiB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (2**20 if sys.platform == "darwin" else 2**10)


def write_report(report, arguments, seed, imports, libraries):
    """Adds time, memory, and library versions to the report; prints it, and writes it to `--out`."""
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
    recipe = read_recipe(arguments.run)
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
    write_report(report, arguments, seed=seed, imports=imports, libraries=LIBRARIES)


if __name__ == "__main__":
    main()
