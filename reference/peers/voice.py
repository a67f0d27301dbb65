"""The 3,779 functionals of a clip at 16 kHz, by NumPy, SciPy, and Numba; the same as `functionals` of @ser/dsp.

The order of the columns differs, which does not matter to a classifier.
"""

import numpy as np
from numba import njit
from scipy.fft import dct, irfft, rfft

RATE = 16000
HOP = 160
WINDOW = 400
N_FFT = 512
PITCH_WINDOW = 640
LAGS = (32, 266)  # 500 Hz to 60 Hz
PERCENTILES = (1, 5, 25, 50, 75, 95, 99)
CONTRAST_EDGES = (0, 200, 400, 800, 1600, 3200, 6400, 8000)
MODULATION_EDGES = (0.4, 1, 2, 3.5, 6, 10, 18, 40)


def hann(size):
    """Periodic."""
    return np.hanning(size + 1)[:-1]


def mel_filters(n_mels, lowest=20.0, highest=8000.0):
    """Slaney's mel scale, with areas normalized."""

    def mel(hz):
        return np.where(hz < 1000, hz * 3 / 200, 15 + np.log(np.maximum(hz, 1e-9) / 1000) / (np.log(6.4) / 27))

    def hz(mels):
        return np.where(mels < 15, mels * 200 / 3, 1000 * np.exp((np.log(6.4) / 27) * (mels - 15)))

    edges = hz(np.linspace(mel(np.float64(lowest)), mel(np.float64(highest)), n_mels + 2))
    low, peak, high = edges[:-2, None], edges[1:-1, None], edges[2:, None]
    triangles = np.minimum((FREQUENCIES - low) / (peak - low), (high - FREQUENCIES) / (high - peak))
    return np.maximum(0, triangles) * 2 / (high - low)


FREQUENCIES = np.linspace(0, RATE / 2, N_FFT // 2 + 1)
MEL_FILTERS = mel_filters(40)
FRAME_WINDOW = hann(WINDOW)
PITCH_FRAME_WINDOW = hann(PITCH_WINDOW)
WINDOW_CORRELATION = irfft(np.abs(rfft(PITCH_FRAME_WINDOW, 1024)) ** 2)[: LAGS[1] + 2]
WINDOW_CORRELATION /= WINDOW_CORRELATION[0]


def pitch_class_filters():
    filters = np.zeros((12, len(FREQUENCIES)))
    for bin, frequency in enumerate(FREQUENCIES):
        if 60 < frequency < 4000:
            filters[round(12 * np.log2(frequency / 440)) % 12, bin] = 1
    return filters


PITCH_CLASS_FILTERS = pitch_class_filters()


def frames_of(samples, size):
    padded = np.pad(samples, (size // 2, size // 2))
    return np.lib.stride_tricks.sliding_window_view(padded, size)[::HOP]


@njit(cache=True)
def pitch_path(octaves, strengths, audible):
    """The best path through the candidates of each frame; the last state is "no pitch"."""
    n_frames, n_candidates = octaves.shape
    score = np.zeros((n_frames, n_candidates + 1))
    back = np.zeros((n_frames, n_candidates + 1), np.int64)
    for t in range(n_frames):
        for k in range(n_candidates + 1):
            local = (0.45 if audible[t] else 0.8) if k == n_candidates else strengths[t, k]
            best = 0.0
            if t > 0:
                best = -1e9
                for j in range(n_candidates + 1):
                    if (j == n_candidates) != (k == n_candidates):
                        cost = 0.14
                    elif k == n_candidates:
                        cost = 0.0
                    else:
                        cost = 0.7 * abs(octaves[t, k] - octaves[t - 1, j])
                    if score[t - 1, j] - cost > best:
                        best = score[t - 1, j] - cost
                        back[t, k] = j
            score[t, k] = best + local
    path = np.zeros(n_frames, np.int64)
    path[-1] = np.argmax(score[-1])
    for t in range(n_frames - 1, 0, -1):
        path[t - 1] = back[t, path[t]]
    return path


def pitch(samples, level):
    """F0 in semitones above 55 Hz, whether the frame is voiced, and the harmonics-to-noise ratio in dB, frame by frame."""
    frames = frames_of(samples, PITCH_WINDOW)
    frames = (frames - frames.mean(axis=1, keepdims=True)) * PITCH_FRAME_WINDOW
    correlation = irfft(np.abs(rfft(frames, 1024, axis=1)) ** 2, axis=1)[:, : LAGS[1] + 2]
    correlation = correlation / np.maximum(correlation[:, :1], 1e-10) / WINDOW_CORRELATION
    near = correlation[:, LAGS[0] - 1 : LAGS[1] + 1]
    is_peak = (near[:, 1:-1] > near[:, :-2]) & (near[:, 1:-1] >= near[:, 2:])
    lags = np.arange(*LAGS)
    scores = np.where(is_peak, near[:, 1:-1] - 0.01 * np.log2(lags / LAGS[0]), -1)
    chosen = np.argsort(-scores, axis=1)[:, :5]
    rows = np.arange(len(scores))[:, None]
    lag = chosen + LAGS[0]
    before, at, after = correlation[rows, lag - 1], correlation[rows, lag], correlation[rows, lag + 1]
    bend = before - 2 * at + after
    shift = np.clip(0.5 * (before - after) / np.where(np.abs(bend) < 1e-9, 1e-9, bend), -0.5, 0.5)
    octaves = np.log2(RATE / (lag + shift) / 55)
    path = pitch_path(octaves, scores[rows, chosen], level[: len(octaves)] > level.max() - 40)
    voiced = path < 5
    t, k = np.arange(len(path)), np.minimum(path, 4)
    strength = np.clip(np.where(voiced, at[t, k], np.maximum(0, near.max(axis=1))), 1e-3, 0.9999)
    return np.where(voiced, 12 * octaves[t, k], 0), voiced, 10 * np.log10(strength / (1 - strength))


def slope(decibels, inside):
    """In dB per kilohertz."""
    centered = FREQUENCIES[inside] - FREQUENCIES[inside].mean()
    return decibels[:, inside] @ centered / (centered @ centered) * 1000


def spectrum(power, magnitude):
    """Sixteen contours of the spectral shape."""
    power = power + 1e-9
    total = power.sum(axis=1)
    centroid = power @ FREQUENCIES / total
    away = FREQUENCIES - centroid[:, None]
    bandwidth = np.sqrt((power * away**2).sum(axis=1) / total)
    skewness = (power * away**3).sum(axis=1) / total / bandwidth**3
    kurtosis = (power * away**4).sum(axis=1) / total / bandwidth**4
    cumulated = np.cumsum(power, axis=1) / total[:, None]
    rolloffs = [FREQUENCIES[np.argmax(cumulated >= share, axis=1)] for share in (0.25, 0.5, 0.75, 0.9)]
    flatness = np.log(power).mean(axis=1) - np.log(power.mean(axis=1))
    shares = power / total[:, None]
    relative = magnitude / (magnitude.sum(axis=1, keepdims=True) + 1e-6)
    flux = np.sqrt((np.diff(relative, axis=0, prepend=relative[:1]) ** 2).sum(axis=1))
    decibels = 10 * np.log10(power)
    ranges = [(0, 500), (500, 1500)]
    slopes = [slope(decibels, (FREQUENCIES > low) & (FREQUENCIES <= high)) for low, high in ranges]

    def band(low, high):
        return (FREQUENCIES > low) & (FREQUENCIES < high)

    alpha = 10 * np.log10(power[:, band(50, 1000)].sum(axis=1) / power[:, band(1000, 5000)].sum(axis=1))
    upper = (FREQUENCIES >= 2000) & (FREQUENCIES < 5000)
    hammarberg = 10 * np.log10(power[:, FREQUENCIES < 2000].max(axis=1) / power[:, upper].max(axis=1))
    everywhere = np.full(len(FREQUENCIES), True)
    shape = [centroid, bandwidth, skewness, np.log(kurtosis), *rolloffs, flatness]
    shape += [-(shares * np.log(shares)).sum(axis=1), flux, slope(decibels, everywhere), *slopes, alpha, hammarberg]
    return np.stack(shape, axis=1), decibels


def contrast(decibels):
    """Mean of the highest fifth of each band minus that of its lowest fifth."""
    contours = []
    for low, high in zip(CONTRAST_EDGES, CONTRAST_EDGES[1:]):
        ordered = np.sort(decibels[:, (FREQUENCIES >= low) & (FREQUENCIES < high)], axis=1)
        n = max(1, int(0.2 * ordered.shape[1]))
        contours.append(ordered[:, -n:].mean(axis=1) - ordered[:, :n].mean(axis=1))
    return np.stack(contours, axis=1)


def low_level_descriptors(samples):
    """Contours of a clip by group, each `[n_frames, n_contours]`, F0, and whether a frame is voiced."""
    samples = samples - samples.mean()
    frames = frames_of(samples, WINDOW)
    magnitude = np.abs(rfft(frames * FRAME_WINDOW, N_FFT, axis=1))
    power = magnitude**2
    level = 20 * np.log10(np.sqrt((frames**2).mean(axis=1)) + 1e-6)
    crossings = np.diff(np.signbit(frames), axis=1).mean(axis=1)
    mel = 10 * np.log10(power @ MEL_FILTERS.T + 1e-9)
    loudness = ((10 ** (mel / 10)) ** 0.3).sum(axis=1)
    shape, decibels = spectrum(power, magnitude)
    chroma = power @ PITCH_CLASS_FILTERS.T
    f0, voiced, hnr = pitch(samples, level)
    n, missing = len(frames), max(0, len(frames) - len(f0))  # pitch frames are longer, so there may be fewer
    f0, voiced = (np.pad(track, (0, missing))[:n] for track in (f0, voiced))
    hnr = np.pad(hnr, (0, missing), mode="edge")[:n]
    contours = {
        "mel": mel,
        "mfcc": dct(mel, norm="ortho", axis=1)[:, :20],
        "spectrum": shape,
        "contrast": contrast(decibels),
        "chroma": chroma / (chroma.sum(axis=1, keepdims=True) + 1e-9),
        "energy": np.stack([level, loudness, crossings], axis=1),
        "hnr": hnr[:, None],
    }
    return contours, f0, voiced


def delta(contours, reach=2):
    padded = np.pad(contours, ((reach, reach), (0, 0)), mode="edge")
    n = len(contours)
    steps = range(1, reach + 1)
    sums = sum(k * (padded[reach + k : reach + k + n] - padded[reach - k : reach - k + n]) for k in steps)
    return sums / (2 * sum(k * k for k in steps))


def statistics(values):
    mean, deviation = values.mean(axis=0), values.std(axis=0) + 1e-8
    standard = (values - mean) / deviation
    q = np.percentile(values, PERCENTILES, axis=0)
    time = np.linspace(-1, 1, len(values))
    trend = time @ (values - mean) / (time @ time + 1e-9)
    residual = np.sqrt(np.maximum(0, deviation**2 - trend**2 * (time @ time) / len(time)))
    ranges = [q[3] - q[2], q[4] - q[3], q[4] - q[2], q[5] - q[1]]
    moments = [mean, deviation, (standard**3).mean(axis=0), (standard**4).mean(axis=0)]
    return np.stack([*moments, *q, *ranges, trend, residual]).ravel()


def delta_statistics(slopes):
    quantiles = np.percentile(slopes, (5, 25, 75, 95), axis=0)
    return np.stack([np.abs(slopes).mean(axis=0), slopes.std(axis=0), *quantiles])


def thirds_of(first, end):
    edges = np.linspace(first, end, 4).astype(int)
    return list(zip(edges[:-1], edges[1:]))


def contour_functionals(contours, active, voiced, unvoiced, first, end):
    slopes = delta(contours)
    means = np.stack([contours[first:end][a:b].mean(axis=0) for a, b in thirds_of(0, end - first)])
    return [
        statistics(contours[active]),
        delta_statistics(slopes[first:end]).ravel(),
        delta_statistics(delta(slopes)[first:end])[:2].ravel(),
        contours[voiced].mean(axis=0),
        contours[voiced].std(axis=0),
        contours[unvoiced].mean(axis=0),
        (means - means.mean(axis=0)).ravel(),
    ]


def runs_of(mask):
    """Starts and lengths of the runs of true frames."""
    edges = np.diff(np.r_[0, mask.astype(int), 0])
    begins, ends = np.flatnonzero(edges == 1), np.flatnonzero(edges == -1)
    return begins, ends - begins


def pitch_functionals(f0, voiced, truly_voiced, first, end):
    melody = f0[voiced]
    steps = np.diff(melody)
    steps = steps[np.abs(steps) < 4]
    steps = steps if len(steps) > 2 else np.zeros(3)
    of_steps = [np.abs(steps).mean(), steps.std(), *np.percentile(steps, (5, 25, 50, 75, 95)), (steps > 0).mean()]
    pieces = [f0[begin : begin + n] for begin, n in zip(*runs_of(truly_voiced)) if n >= 5]
    segments = [(piece[-1] - piece[0], np.ptp(piece), np.polyfit(np.arange(len(piece)), piece, 1)[0]) for piece in pieces]
    segments = np.array(segments or [(0, 0, 0)], float)
    thirds = [f0[a:b][voiced[a:b]] for a, b in thirds_of(first, end)]
    of_thirds = [third.mean() - melody.mean() if len(third) else 0 for third in thirds]
    of_segments = np.r_[segments.mean(axis=0), segments.std(axis=0), segments[0], segments[-1]]
    return [statistics(melody[:, None]), of_steps, of_segments, of_thirds]


def rhythm(level, active, voiced, truly_voiced, first, end):
    seconds = (end - first) * HOP / RATE
    _, voiced_runs = runs_of(truly_voiced)
    _, pauses = runs_of(~active[first:end])
    smooth = np.convolve(level[first:end], np.ones(9) / 9, "same")
    peaks = (smooth[1:-1] > smooth[:-2]) & (smooth[1:-1] >= smooth[2:]) & (smooth[1:-1] > smooth.max() - 25)
    runs = [voiced_runs.mean(), voiced_runs.std(), voiced_runs.max()] if len(voiced_runs) else [0, 0, 0]
    gaps = [pauses.mean(), pauses.max()] if len(pauses) else [0, 0]
    shares = [active[first:end].mean(), voiced[first:end].mean(), len(voiced_runs) / seconds]
    return [seconds, *shares, *runs, *gaps, len(pauses) / seconds, peaks.sum() / seconds, np.log(seconds)]


def modulation(mel):
    """Energy of the envelopes of pairs of mel bands, by modulation frequency."""
    pairs = (mel[:, ::2] + mel[:, 1::2]) / 2
    n = len(pairs)
    window = np.hanning(n + 2)[1:-1][:, None]
    power = np.abs(rfft((pairs - pairs.mean(axis=0)) * window, max(1024, n), axis=0)) ** 2 / (window**2).sum()
    rates = np.linspace(0, RATE / HOP / 2, len(power))
    edges = zip(MODULATION_EDGES, MODULATION_EDGES[1:])
    bands = np.stack([np.log(power[(rates >= low) & (rates < high)].mean(axis=0) + 1e-3) for low, high in edges])
    return [bands.ravel(), (bands - bands.mean(axis=0)).ravel()]


def correlations(mfcc, active):
    both = np.c_[mfcc[:, :14], delta(mfcc[:, :14])][active]
    both = (both - both.mean(axis=0)) / (both.std(axis=0) + 1e-6)
    return (both.T @ both / len(both))[np.triu_indices(both.shape[1], 1)]


def functionals(samples):
    """The functionals of a clip: 3,779 numbers, float32."""
    contours, f0, has_pitch = low_level_descriptors(samples.astype(np.float64))
    level = contours["energy"][:, 0]
    active = level > np.percentile(level, 95) - 35
    if active.sum() < 10:
        active[:] = True
    first, end = np.flatnonzero(active)[[0, -1]] + (0, 1)
    truly_voiced = has_pitch & active
    voiced = truly_voiced if truly_voiced.sum() >= 5 else active
    unvoiced = active & ~voiced
    unvoiced = unvoiced if unvoiced.sum() >= 3 else active
    row = [
        number
        for group in contours.values()
        for number in contour_functionals(group, active, voiced, unvoiced, first, end)
    ]
    row += pitch_functionals(f0, voiced, truly_voiced, first, end)
    row.append(rhythm(level, active, voiced, truly_voiced, first, end))
    row += modulation(contours["mel"][first:end])
    row.append(correlations(contours["mfcc"], active))
    return np.concatenate(row).astype(np.float32)
