"""Makes the small recordings of packages/audio-io/test/fixtures/containers as phones and browsers write them.

    apt-get install ffmpeg sox libsox-fmt-base     # ffmpeg 5.1; sox writes AMR
    python reference/goldens/containers.py
    npx prettier --write packages/audio-io/test/fixtures/containers/answers.json

All sound is synthetic. `answers.json` gets what ffmpeg decodes: the rate, the shape, and every 50th sample of all
channels. Opus is decoded with libopus. ffmpeg does not drop the silence at the end of AAC and of Opus in MP4, so the
lengths are those that were encoded where the file contains them.
"""

import json
import subprocess
from pathlib import Path

import numpy as np
import soundfile

ROOT = Path(__file__).resolve().parents[2]
FIXTURES = ROOT / "packages" / "audio-io" / "test" / "fixtures" / "containers"

MONO, STEREO = 3701, 7001
FRAGMENTED = ["-movflags", "frag_keyframe+empty_moov"]
NO_DURATION = ["-f", "webm", "pipe:1"]

# name: (rate, channels, samples in the file if it is known, arguments of ffmpeg)
FILES = {
    "opus.webm": (48000, 2, STEREO, ["-c:a", "libopus", "-b:a", "48k"]),
    "opus_live.webm": (48000, 1, None, ["-c:a", "libopus", "-b:a", "24k", *NO_DURATION]),
    "vorbis.webm": (16000, 1, None, ["-c:a", "libvorbis"]),
    "flac.mka": (16000, 1, MONO, ["-c:a", "flac"]),
    "pcm.mka": (16000, 1, MONO, ["-c:a", "pcm_s16le"]),
    "mp3.mka": (16000, 1, None, ["-c:a", "libmp3lame"]),
    "aac.m4a": (16000, 1, MONO, ["-c:a", "aac"]),
    "aac_fragmented.mp4": (44100, 2, None, ["-c:a", "aac", "-b:a", "64k", *FRAGMENTED]),
    "opus.mp4": (48000, 1, STEREO, ["-c:a", "libopus", "-b:a", "24k"]),
    "alac.m4a": (16000, 1, MONO, ["-c:a", "alac"]),
    "alac_stereo.m4a": (44100, 2, MONO, ["-c:a", "alac"]),
    "alac_24.m4a": (16000, 1, MONO, ["-sample_fmt", "s32p", "-c:a", "alac"]),
    "alac_fragmented.mp4": (16000, 1, MONO, ["-c:a", "alac", *FRAGMENTED]),
    "pcm.mov": (16000, 1, MONO, ["-c:a", "pcm_s16be"]),
    "float.mov": (16000, 1, MONO, ["-c:a", "pcm_f32le"]),
    "pcm.caf": (16000, 1, MONO, ["-c:a", "pcm_s16le"]),
    "mulaw.caf": (8000, 1, MONO, ["-c:a", "pcm_mulaw"]),
    "alac.caf": (16000, 1, MONO, ["-c:a", "alac"]),
    "opus.caf": (48000, 1, None, ["-c:a", "libopus", "-b:a", "24k"]),
    "adts.aac": (16000, 1, None, ["-c:a", "aac"]),
}


def tones(n_samples: int, n_channels: int, rate: int) -> np.ndarray:
    """A tone with two partials in each channel, which fade in and out."""
    time = np.arange(n_samples)[:, None] / rate
    pitch = 220 + 110 * np.arange(n_channels)
    tone = np.sin(2 * np.pi * pitch * time) + 0.3 * np.sin(2 * np.pi * 3 * pitch * time)
    return 0.4 * np.sin(np.pi * np.linspace(0, 1, n_samples))[:, None] * tone


def source(path: Path, rate: int, n_channels: int, n_samples: int) -> Path:
    soundfile.write(path, tones(n_samples, n_channels, rate), rate, subtype="PCM_16")
    return path


def decoded(path: Path) -> np.ndarray:
    decoder = ["-c:a", "libopus"] if "opus" in path.name else []
    command = ["ffmpeg", "-v", "error", *decoder, "-i", str(path), "-f", "f32le", "pipe:1"]
    return np.frombuffer(subprocess.run(command, check=True, capture_output=True).stdout, "<f4")


def answer(path: Path, rate: int, n_channels: int, n_samples: int | None) -> dict:
    samples = decoded(path).reshape(-1, n_channels)[:n_samples]
    return {
        "sampleRate": rate,
        "nChannels": n_channels,
        "nSamples": len(samples),
        "every50th": [round(float(x), 7) for x in samples[::50].ravel()],
    }


def main() -> None:
    FIXTURES.mkdir(parents=True, exist_ok=True)
    wav = FIXTURES / "source.wav"
    answers = {}
    for name, (rate, n_channels, n_samples, arguments) in FILES.items():
        source(wav, rate, n_channels, STEREO if rate == 48000 else MONO)
        path = FIXTURES / name
        target = [] if arguments[-1] == "pipe:1" else [str(path)]
        command = ["ffmpeg", "-v", "error", "-y", "-bitexact", "-i", str(wav), "-bitexact", *arguments, *target]
        output = subprocess.run(command, check=True, capture_output=True).stdout
        if output:
            path.write_bytes(output)
        answers[name] = answer(path, rate, n_channels, n_samples)
    source(wav, 8000, 1, MONO)
    path = FIXTURES / "narrow.amr"
    path.write_bytes(subprocess.run(["sox", wav, "-t", "amr-nb", "-"], check=True, capture_output=True).stdout)
    answers[path.name] = answer(path, 8000, 1, None)
    wav.unlink()
    (FIXTURES / "answers.json").write_text(json.dumps(answers))


if __name__ == "__main__":
    main()
