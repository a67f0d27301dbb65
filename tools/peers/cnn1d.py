"""A recipe of kind cnn1d over MFCC, by librosa and Keras, on the split of a run of ours."""

import argparse
import json
import os
import time

parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("--run", required=True, help="run folder with recipe.json and split.json")
parser.add_argument("--data", required=True, help="folder of the corpus")
parser.add_argument("--threads", type=int, default=1)
parser.add_argument("--epochs", type=int, help="instead of the recipe's")
parser.add_argument("--seed", type=int, default=1)
args = parser.parse_args()

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "NUMBA_NUM_THREADS", "TF_NUM_INTRAOP_THREADS"):
    os.environ[name] = str(args.threads)
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

import keras  # noqa: E402
import librosa  # noqa: E402
import numpy as np  # noqa: E402
import soundfile  # noqa: E402
import tensorflow as tf  # noqa: E402
from keras import layers  # noqa: E402
from sklearn.metrics import balanced_accuracy_score  # noqa: E402

tf.config.threading.set_intra_op_parallelism_threads(args.threads)
tf.config.threading.set_inter_op_parallelism_threads(1)

EMOTIONS = ["neutral", "calm", "happy", "sad", "angry", "fear", "disgust", "surprise"]


def load(name):
    with open(os.path.join(args.run, name), encoding="utf8") as file:
        return json.load(file)


def ravdess_clips(folder):
    """Path and emotion of each clip, by the id that our splits use."""
    found = {}
    for parent, _, names in os.walk(folder):
        for name in names:
            stem, ending = os.path.splitext(name)
            if ending in (".wav", ".flac"):
                found[f"ravdess/{stem}"] = (os.path.join(parent, name), EMOTIONS[int(stem.split("-")[2]) - 1])
    return found


def mfcc(path, features):
    rate = features["sampleRate"]
    samples, native = soundfile.read(path, dtype="float32", always_2d=True)
    clip = librosa.resample(samples.mean(axis=1), orig_sr=native, target_sr=rate)
    segment, spec = features["segment"], features["features"][0]
    first, length = round(segment.get("start", 0) * rate), round(segment["duration"] * rate)
    part = clip[first : first + length]
    part = np.pad(part, (0, length - len(part)))
    options = {"n_fft": spec.get("nFft", 2048), "hop_length": spec.get("hopLength", 512), "n_mels": spec.get("nMels", 128)}
    return librosa.feature.mfcc(y=part, sr=rate, n_mfcc=spec["nMfcc"], **options).T


def build(description, shape, n_classes):
    stack = [layers.Input(shape)]
    for block in description["convolutions"]:
        stack.append(layers.Conv1D(block["filters"], block["kernelSize"], padding="same", activation="relu"))
        if block.get("batchNormalization"):
            stack.append(layers.BatchNormalization(momentum=description.get("batchNormalizationMomentum", 0.99)))
        if block.get("poolSize", 2) > 1:
            stack.append(layers.MaxPooling1D(block.get("poolSize", 2)))
        if block.get("dropout"):
            stack.append(layers.Dropout(block["dropout"]))
    average = description.get("pooling") == "average"
    stack.append(layers.GlobalAveragePooling1D() if average else layers.Flatten())
    for units in description.get("dense", []):
        stack += [layers.Dense(units, activation="relu"), layers.Dropout(description.get("dropout", 0))]
    return keras.Sequential([*stack, layers.Dense(n_classes, activation="softmax")])


def run_fold(fold, recipe, x, y, at):
    train, test = ([at[key] for key in fold[side] if key in at] for side in ("train", "test"))
    mean, deviation = x[train].mean(axis=(0, 1)), x[train].std(axis=(0, 1)) + 1e-8
    scaled = (x - mean) / deviation
    training = recipe["training"]
    model = build(recipe["classifier"], x.shape[1:], len(recipe["labels"]))
    optimizer = keras.optimizers.Adam(training["optimizer"].get("learningRate", 1e-3))
    model.compile(optimizer, "sparse_categorical_crossentropy")
    epochs = args.epochs or training["epochs"]
    model.fit(scaled[train], y[train], epochs=epochs, batch_size=training["batchSize"], verbose=0)
    return y[test], model.predict(scaled[test], verbose=0).argmax(axis=1)


keras.utils.set_random_seed(args.seed)
began = time.perf_counter()
recipe, split = load("recipe.json"), load("split.json")
clips = ravdess_clips(args.data)
ids = sorted(clips)
x = np.stack([mfcc(clips[key][0], recipe["features"]) for key in ids]).astype(np.float32)
y = np.array([recipe["labels"].index(clips[key][1]) for key in ids])
extracted = time.perf_counter()
answers = [run_fold(fold, recipe, x, y, {key: i for i, key in enumerate(ids)}) for fold in split["folds"]]
finished = time.perf_counter()
actual, predicted = (np.concatenate(side) for side in zip(*answers))
print(
    json.dumps(
        {
            "accuracy": round(float((actual == predicted).mean()), 4),
            "uar": round(float(balanced_accuracy_score(actual, predicted)), 4),
            "meanUar": round(float(np.mean([balanced_accuracy_score(a, p) for a, p in answers])), 4),
            "seconds": {"extract": round(extracted - began, 1), "train": round(finished - extracted, 1)},
            "folds": len(answers),
            "threads": args.threads,
            "versions": {"keras": keras.__version__, "librosa": librosa.__version__},
        }
    )
)
