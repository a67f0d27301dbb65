"""Records the Fisher vectors of small clips for Gaussian mixtures fitted by scikit-learn.

    python reference/goldens/fisher_vectors.py packages/classifiers/test/goldens/fisherVectors.json

Frames come from a formula that the test repeats. The file contains the mixture after expectation-maximization from the
first frames, responsibilities, and the Fisher vectors, computed from scikit-learn's responsibilities with the formulas
of Perronnin, Sánchez, and Mensink (2010).
"""

import json
import sys

import numpy as np
import sklearn
from sklearn.mixture import GaussianMixture

N_CLIPS, N_FRAMES, N_DIMENSIONS, N_COMPONENTS, STEPS = 12, 40, 6, 4, 10


def frames_of(clip):
    frame, column = np.meshgrid(np.arange(N_FRAMES), np.arange(N_DIMENSIONS), indexing="ij")
    k = (clip * N_FRAMES + frame) * N_DIMENSIONS + column
    place = 0.8 * np.sin(1.3 * ((frame + clip) % 4) + column)
    return (place + (1 + 0.1 * column) * np.sin(0.37 * k * k)).astype(np.float32).astype(np.float64)


def fisher_vector(mixture, frames):
    weights, means, variances = mixture.weights_, mixture.means_, mixture.covariances_
    shares = mixture.predict_proba(frames)[:, :, None]
    z = (frames[:, None] - means) / np.sqrt(variances)
    by_weights = (shares[:, :, 0] - weights).mean(0) / np.sqrt(weights)
    by_means = (shares * z).mean(0) / np.sqrt(weights)[:, None]
    by_deviations = (shares * (z * z - 1)).mean(0) / np.sqrt(2 * weights)[:, None]
    vector = np.concatenate([by_weights, by_means.ravel(), by_deviations.ravel()])
    vector = np.sign(vector) * np.sqrt(np.abs(vector))
    return vector / np.linalg.norm(vector)


clips = [frames_of(clip) for clip in range(N_CLIPS)]
frames = np.concatenate(clips)
mixture = GaussianMixture(
    N_COMPONENTS,
    covariance_type="diag",
    weights_init=np.full(N_COMPONENTS, 1 / N_COMPONENTS),
    means_init=frames[:N_COMPONENTS],
    precisions_init=np.tile(1 / frames.var(0), (N_COMPONENTS, 1)),
    reg_covar=0,
    tol=0,
    max_iter=STEPS,
).fit(frames)

with open(sys.argv[1], "w") as file:
    record = {
        "scikitLearn": sklearn.__version__,
        "numpy": np.__version__,
        "nClips": N_CLIPS,
        "nFrames": N_FRAMES,
        "nDimensions": N_DIMENSIONS,
        "nComponents": N_COMPONENTS,
        "steps": STEPS,
        "mixture": {
            "weights": mixture.weights_.tolist(),
            "means": mixture.means_.ravel().tolist(),
            "variances": mixture.covariances_.ravel().tolist(),
        },
        "meanLogDensity": float(mixture.score(frames)),
        "responsibilities": mixture.predict_proba(clips[0]).ravel().tolist(),
        "vectors": [fisher_vector(mixture, clip).tolist() for clip in clips[:3]],
    }
    json.dump(record, file, indent=1)
    file.write("\n")
