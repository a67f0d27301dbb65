"""Makes the small recordings of packages/audio-io/test/fixtures, and records what libsndfile reads from them.

Also records what libsndfile reads from real corpus files; the files themselves are not copied.

    apt-get install flac                    # the reference encoder, 1.4 or later, for 32-bit FLAC
    SER_CORPORA=PATH/TO/CORPORA python reference/goldens/audio_io.py
    npx prettier --write packages/audio-io/test/fixtures/answers.json

All sound is synthetic and seeded. `answers.json` gets the rate, shape, and sum of squares of each file, and the
SHA-256 of its samples as interleaved little-endian float32, so equal hashes mean equal bits. For lossy formats, whose
decoders may round differently, every 100th sample is recorded too. Where libsndfile cannot read the file (FLAC with 12
or 32 bits, without a declared length, or in Ogg), the answer is the encoded integers divided by 2^(bits - 1).
"""

import hashlib
import json
import os
import subprocess
import tempfile
from pathlib import Path

import numpy as np
import soundfile

ROOT = Path(__file__).resolve().parents[2]
FIXTURES = ROOT / "packages" / "audio-io" / "test" / "fixtures"
CORPORA = Path(os.environ["SER_CORPORA"])
RATE = 16000


def vowel(n_samples: int, n_channels: int = 1) -> np.ndarray:
    """A decaying tone with some noise; the channels differ in phase, so they correlate but are not equal."""
    noise = np.random.default_rng(20).uniform(-0.02, 0.02, (n_samples, n_channels))
    time = np.arange(n_samples)[:, None]
    tone = np.sin(0.07 * time + 0.3 * np.arange(n_channels)) + 0.3 * np.sin(0.31 * time)
    return np.clip(0.6 * np.exp(-time / n_samples) * tone + noise, -1, 1 - 2**-23)


def chord(n_samples: int) -> np.ndarray:
    """Fifteen tones, which need a predictor with thirty weights."""
    return 0.06 * np.sin(np.arange(n_samples)[:, None] * np.linspace(0.1, 3, 15)).sum(axis=1, keepdims=True)


def full_scale_noise(n_samples: int) -> np.ndarray:
    """Channels of opposite extremes: the difference of two 32-bit samples takes 33 bits."""
    left = np.random.default_rng(21).choice([-1.0, 1.0], n_samples)
    return np.stack([left, -left], axis=1)


def answer(samples: np.ndarray, rate: int) -> dict:
    data = np.ascontiguousarray(samples, dtype="<f4")
    return {
        "sampleRate": rate,
        "nChannels": data.shape[1],
        "nSamples": data.shape[0],
        "sumOfSquares": float(np.sum(data.astype(np.float64) ** 2)),
        "sha256": hashlib.sha256(data.tobytes()).hexdigest(),
    }


def read_answer(path: Path) -> dict:
    samples, rate = soundfile.read(path, dtype="float32", always_2d=True)
    return answer(samples, rate)


def write_wav_fixtures() -> dict:
    answers = {}
    for subtype in ["PCM_U8", "PCM_16", "PCM_24", "PCM_32", "FLOAT", "DOUBLE"]:
        name = f"{subtype.lower()}.wav"
        soundfile.write(FIXTURES / name, vowel(150, 2), RATE, subtype=subtype, format="WAV")
        answers[name] = read_answer(FIXTURES / name)
    for name, options in {
        "extensible_pcm_24_4ch.wav": {"subtype": "PCM_24", "format": "WAVEX"},
        "rf64_pcm_16.wav": {"subtype": "PCM_16", "format": "RF64"},
        "rifx_pcm_24.wav": {"subtype": "PCM_24", "format": "WAV", "endian": "BIG"},
        "rifx_float.wav": {"subtype": "FLOAT", "format": "WAV", "endian": "BIG"},
    }.items():
        soundfile.write(FIXTURES / name, vowel(100, 4 if "4ch" in name else 1), RATE, **options)
        answers[name] = read_answer(FIXTURES / name)
    for subtype in ["ULAW", "ALAW", "IMA_ADPCM", "MS_ADPCM", "GSM610"]:
        name = f"{subtype.lower()}.wav"
        soundfile.write(FIXTURES / name, vowel(100), RATE, subtype=subtype, format="WAV")
        if subtype in ("ULAW", "ALAW"):
            answers[name] = read_answer(FIXTURES / name)
    return answers


def write_aiff_fixtures() -> dict:
    answers = {}
    for subtype in ["PCM_S8", "PCM_U8", "PCM_16", "PCM_24", "PCM_32", "FLOAT", "DOUBLE", "ULAW", "ALAW"]:
        name = f"{subtype.lower()}.aiff"
        soundfile.write(FIXTURES / name, vowel(150, 2), RATE, subtype=subtype, format="AIFF")
        answers[name] = read_answer(FIXTURES / name)
    for subtype in ["PCM_16", "PCM_24", "PCM_32"]:
        name = f"sowt_{subtype.lower()}.aiff"
        soundfile.write(FIXTURES / name, vowel(101, 1), 22050, subtype=subtype, format="AIFF", endian="LITTLE")
        answers[name] = read_answer(FIXTURES / name)
    return answers


def write_lossy_fixtures() -> dict:
    answers = {}
    for name, n_channels, rate, options in [
        ("mono.mp3", 1, 16000, {"format": "MP3", "subtype": "MPEG_LAYER_III"}),
        ("stereo.mp3", 2, 44100, {"format": "MP3", "subtype": "MPEG_LAYER_III"}),
        ("mono_vorbis.ogg", 1, 16000, {"format": "OGG", "subtype": "VORBIS"}),
        ("stereo_vorbis.ogg", 2, 44100, {"format": "OGG", "subtype": "VORBIS"}),
        ("mono_opus.ogg", 1, 48000, {"format": "OGG", "subtype": "OPUS"}),
        ("stereo_opus.ogg", 2, 48000, {"format": "OGG", "subtype": "OPUS"}),
    ]:
        soundfile.write(FIXTURES / name, vowel(5000, n_channels), rate, **options)
        samples, rate = soundfile.read(FIXTURES / name, dtype="float32", always_2d=True)
        answers[name] = {**answer(samples, rate), "every100th": samples[::100].ravel().tolist()}
    return answers


def write_flac_fixtures() -> dict:
    answers = {}
    for subtype in ["PCM_S8", "PCM_16", "PCM_24"]:
        for n_channels in (1, 2):
            name = f"{subtype.lower()}_{n_channels}ch.flac"
            soundfile.write(FIXTURES / name, vowel(600, n_channels), RATE, subtype=subtype)
            answers[name] = read_answer(FIXTURES / name)
    for name, samples, bits, options in [
        ("lpc_order_32.flac", chord(900), 16, ["--lax", "-l", "32", "-e", "-b", "450", "-q", "15"]),
        ("fixed_small_blocks.flac", vowel(600, 2), 16, ["--lax", "-l", "0", "-b", "16"]),
        ("many_partitions.flac", vowel(1024), 16, ["-8", "-b", "1024", "--lax", "-r", "8,8"]),
        ("silence.flac", np.zeros((5000, 1)), 16, ["-8"]),
        ("wasted_bits.flac", np.round(vowel(300, 2) * 256) / 256, 16, ["-8"]),
        ("eight_channels.flac", vowel(64, 8), 16, ["--channel-map=none"]),
        ("depth_12.flac", vowel(300, 2), 12, ["-8", "--lax"]),
        ("depth_24_extremes.flac", full_scale_noise(100), 24, ["-8"]),
        ("depth_32.flac", vowel(300, 2), 32, ["-8", "--lax"]),
        ("depth_32_extremes.flac", full_scale_noise(100), 32, ["-8", "--lax"]),
        ("rate_24414.flac", vowel(200), 16, ["--lax"]),
        ("undeclared_length.flac", vowel(500), 16, ["--streamed"]),
        ("in_ogg.oga", vowel(700, 2), 16, ["--ogg", "--serial-number=1", "--lax", "-b", "96"]),
    ]:
        rate = 24414 if "24414" in name else RATE
        integers = quantize(samples, bits)
        encode(FIXTURES / name, integers, bits, rate, options)
        answers[name] = answer(integers / 2.0 ** (bits - 1), rate)
    return answers


def quantize(samples: np.ndarray, bits: int) -> np.ndarray:
    scale = 2 ** (bits - 1)
    return np.clip(np.round(samples * scale), -scale, scale - 1).astype(np.int64)


def encode(path: Path, integers: np.ndarray, bits: int, rate: int, options: list) -> None:
    """Runs the reference encoder on an extensible WAV file, which can declare 12 valid bits in 16."""
    n_bytes = (bits + 7) // 8
    words = integers << (8 * n_bytes - bits)
    data = b"".join(int(word).to_bytes(n_bytes, "little", signed=True) for word in words.ravel())
    n_channels = integers.shape[1]
    guid = bytes.fromhex("0100000000001000800000aa00389b71")
    fields = [(0xFFFE, 2), (n_channels, 2), (rate, 4), (rate * n_channels * n_bytes, 4)]
    fields += [(n_channels * n_bytes, 2), (8 * n_bytes, 2), (22, 2), (bits, 2), (2**n_channels - 1, 4)]
    fmt = b"".join(value.to_bytes(size, "little") for value, size in fields) + guid
    body = b"WAVEfmt " + len(fmt).to_bytes(4, "little") + fmt + b"data" + len(data).to_bytes(4, "little") + data
    wav = b"RIFF" + len(body).to_bytes(4, "little") + body
    command = ["flac", "--silent", "--no-padding", "--no-seektable", "--force"]
    if "--streamed" in options:
        # raw sound through pipes: the encoder does not know the length and cannot seek back to write it
        raw = ["--force-raw-format", "--endian=little", "--sign=signed", f"--bps={bits}"]
        raw += [f"--channels={n_channels}", f"--sample-rate={rate}", "--stdout", "-"]
        path.write_bytes(subprocess.run(command + raw, input=data, capture_output=True, check=True).stdout)
        return
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "source.wav"
        source.write_bytes(wav)
        subprocess.run([*command, *options, "-o", str(path), str(source)], check=True)


def corpus_answers() -> dict:
    """A few clips of each corpus, and the published originals that simple readers cannot read."""
    files = []
    for pattern, every in [
        ("ravdess/Actor_*/*.flac", 180),
        ("tess/*.flac", 400),
        ("emodb/*.flac", 90),
        ("nemo/**/*.flac", 100),
        ("crema-d/*.wav", 4),
        ("ravdess-original-actor-02/*.wav", 1),
        ("quirks/**/*.wav", 1),  # two of them AIFF-C under that name
    ]:
        files += sorted(CORPORA.glob(pattern))[::every]
    return {str(path.relative_to(CORPORA)): read_answer(path) for path in files}


if __name__ == "__main__":
    FIXTURES.mkdir(parents=True, exist_ok=True)
    recorded = {
        "madeWith": f"soundfile {soundfile.__version__}, {soundfile.__libsndfile_version__}",
        "fixtures": {**write_wav_fixtures(), **write_flac_fixtures(), **write_aiff_fixtures()},
        "lossy": write_lossy_fixtures(),
        "corpora": corpus_answers(),
    }
    (FIXTURES / "answers.json").write_text(json.dumps(recorded, indent=2) + "\n")
