"""Augmented copies of training clips, by librosa and NumPy."""

import librosa.effects
import numpy as np


def drawn(value, random):
    """A fixed number, or one drawn uniformly from a range."""
    return value if np.isscalar(value) else random.uniform(*value)


def noise(samples, rate, step, random):
    """White Gaussian noise at a signal-to-noise ratio in dB."""
    power = np.mean(np.square(samples)) / 10 ** (drawn(step["snr"], random) / 10)
    return samples + np.sqrt(power) * random.standard_normal(len(samples))


def gain(samples, rate, step, random):
    return samples * 10 ** (drawn(step["decibels"], random) / 20)


def shift(samples, rate, step, random):
    by = round(drawn(step["seconds"], random) * rate)
    rolled = np.roll(samples, by)
    if step.get("mode", "wrap") == "zeros":
        rolled[: max(0, by)] = 0
        rolled[len(samples) + min(0, by) :] = 0
    return rolled


def time_stretch(samples, rate, step, random):
    return librosa.effects.time_stretch(samples, rate=drawn(step["rate"], random))


def pitch_shift(samples, rate, step, random):
    return librosa.effects.pitch_shift(samples, sr=rate, n_steps=drawn(step["semitones"], random))


def speed(samples, rate, step, random):
    """Tempo and pitch together."""
    return librosa.resample(samples, orig_sr=rate * drawn(step["rate"], random), target_sr=rate)


STEPS = {
    "noise": noise,
    "gain": gain,
    "shift": shift,
    "timeStretch": time_stretch,
    "pitchShift": pitch_shift,
    "speed": speed,
}


def augmented(samples, rate, chain, seed):
    """The clip after all steps of a chain; the same seed gives the same copy."""
    random = np.random.default_rng(seed)
    for step in chain:
        samples = STEPS[step["name"]](samples, rate, step, random).astype(np.float32)
    return samples
