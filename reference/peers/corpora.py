"""Finds the recordings of a corpus by their file names: path and emotion by the id in our splits."""

import re
from pathlib import Path
from typing import NamedTuple

ENDINGS = (".wav", ".flac")


class Recording(NamedTuple):
    path: Path
    emotion: str


def ravdess(path):
    fields = re.fullmatch(r"03-01-(\d\d)-\d\d-\d\d-\d\d-\d\d", path.stem)
    emotions = ("neutral", "calm", "happy", "sad", "angry", "fear", "disgust", "surprise")
    return fields and (path.stem, emotions[int(fields[1]) - 1])


def tess(path):
    fields = re.fullmatch(r"(OAF|YAF|OA)_([A-Za-z]+)_(angry|disgust|fear|happy|neutral|ps|sad)", path.stem)
    if not fields:
        return None
    speaker, word, emotion = fields.groups()
    speaker = "OAF" if speaker == "OA" else speaker  # one file name lacks the F
    return f"{speaker}_{word}_{emotion}", "surprise" if emotion == "ps" else emotion


def crema_d(path):
    fields = re.fullmatch(r"(1\d{3}_[A-Z]{3}_([A-Z]{3}))_(LO|MD|HI|XX?)", path.stem)
    emotions = {"ANG": "angry", "DIS": "disgust", "FEA": "fear", "HAP": "happy", "NEU": "neutral", "SAD": "sad"}
    if not fields:
        return None
    name, emotion, level = fields.groups()
    return f"{name}_{'XX' if level == 'X' else level}", emotions[emotion]  # old copies have a single X


def savee(path):
    fields = re.fullmatch(r"(?:(DC|JE|JK|KL)_)?((sa|su|[adfhn])\d\d)", path.stem)
    emotions = {
        "a": "angry",
        "d": "disgust",
        "f": "fear",
        "h": "happy",
        "n": "neutral",
        "sa": "sad",
        "su": "surprise",
    }
    return fields and (f"{fields[1] or path.parent.name}_{fields[2]}", emotions[fields[3]])


def emodb(path):
    fields = re.fullmatch(r"\d\d[ab]\d\d([WLEAFTN])[a-f]", path.stem)
    emotions = {
        "W": "angry",
        "L": "boredom",
        "E": "disgust",
        "A": "fear",
        "F": "happy",
        "T": "sad",
        "N": "neutral",
    }
    return fields and (path.stem, emotions[fields[1]])


def nemo(path):
    fields = re.fullmatch(r"[A-Z]{2}\d_(anger|fear|happiness|neutral|sadness|surprised)_\d+", path.stem)
    emotions = {"anger": "angry", "happiness": "happy", "sadness": "sad", "surprised": "surprise"}
    return fields and (path.stem, emotions.get(fields[1], fields[1]))


GRAMMARS = {
    "ravdess": ravdess,
    "tess": tess,
    "crema-d": crema_d,
    "savee": savee,
    "emodb": emodb,
    "nemo": nemo,
}


def recordings_of(corpus, folder):
    """All recordings of a corpus by id; of several copies with the same name, the least nested one is used."""
    read = GRAMMARS[corpus]
    files = [path for path in Path(folder).rglob("*") if path.suffix.lower() in ENDINGS]
    found = {}
    for path in sorted(files, key=lambda path: (len(path.parts), path)):
        labels = read(path)
        if labels:
            name, emotion = labels
            found.setdefault(f"{corpus}/{name}", Recording(path, emotion))
    return found
