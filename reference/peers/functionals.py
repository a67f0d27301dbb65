"""Repeats a run of the recipe `functionals`, from audio files to metrics, with NumPy, SciPy, and Numba.

    python functionals.py RUN_FOLDER --data CORPUS=DIR... [--refit] [--threads N] [--out X.json]

Reads `recipe.json` and `split.json` of the run, and uses the same clips in the same folds, the same speed copies,
normalization, and classifier, with C selected on inner folds of the training speakers. Prints one JSON object; progress
goes to standard error.
"""

import argparse
import sys
import time
from pathlib import Path

from run import folders_of, read_json, read_recipe, set_environment, write_report

LIBRARIES = ("numpy", "scipy", "numba", "soundfile", "soxr")
FEATURES = {"sampleRate": 16000, "features": [{"name": "functionals"}]}


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("run", type=Path, help="run folder with recipe.json and split.json")
    parser.add_argument("--data", nargs="+", required=True, metavar="CORPUS=DIR", help="folder of each corpus")
    parser.add_argument("--refit", action="store_true", help="after several folds, also train on all clips, as `ser train` does")
    parser.add_argument("--threads", type=int, help="threads of BLAS (default: all)")
    parser.add_argument("--out", type=Path, help="also write the JSON to this file")
    return parser.parse_args()


def speaker_of(id):
    """`ravdess/03` of `ravdess/03-01-05-01-01-01-03`."""
    corpus, name = id.split("/", 1)
    names = {"ravdess": name[-2:], "emodb": name[:2], "crema-d": name[:4]}
    return f"{corpus}/{names.get(corpus) or name.split('_')[0]}"


def main():
    arguments = parse_arguments()
    recipe, split = read_recipe(arguments.run), read_json(arguments.run / "split.json")
    if recipe["features"] != FEATURES or recipe["classifier"]["kind"] != "ridge":
        raise SystemExit("The recipe must have the features `functionals` with default options and the classifier `ridge`. Use run.py for networks.")
    data = folders_of(arguments.data, recipe)
    set_environment(arguments.threads)
    began = time.perf_counter()
    import ridge_experiment

    imports = time.perf_counter() - began
    report = ridge_experiment.run(recipe, split, data, speaker_of, refit=arguments.refit)
    write_report(report, arguments, seed=recipe["seed"], imports=imports, libraries=LIBRARIES)


if __name__ == "__main__":
    main()
