"""Encodes every WAV file of a folder as MP3 and decodes it again: mp3.py FOLDER KBIT_PER_SECOND"""

import json
import sys
from pathlib import Path

import soundfile

folder, kbits = Path(sys.argv[1]), float(sys.argv[2])

# libsndfile maps compression levels linearly to the rates of MPEG-2, 8 to 160 kbit/s, for sound of 16 to 24 kHz.
lowest, highest = 8, 160
level = (highest - kbits) / (highest - lowest)

n_bytes, seconds = 0, 0.0
for wav in sorted(folder.glob("*.wav")):
    samples, rate = soundfile.read(wav, dtype="float32")
    mp3 = wav.with_suffix(".mp3")
    soundfile.write(mp3, samples, rate, format="MP3", compression_level=level, bitrate_mode="CONSTANT")
    n_bytes += mp3.stat().st_size
    seconds += len(samples) / rate
    decoded, rate = soundfile.read(mp3, dtype="float32")
    soundfile.write(wav, decoded, rate, subtype="PCM_16")

print(json.dumps({"kbits": 8 * n_bytes / seconds / 1000}))
