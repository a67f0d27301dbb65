/** What you should know about the bundled encoder before you use it; `MODEL_CARD.md` says more. */
export const encoderCard = {
  name: 'whisper-tiny.en-layers-1-3',
  title: 'Layers 1 to 3 of the encoder of OpenAI Whisper tiny.en, int8, pooled over active frames',
  /** License of the weights, as an SPDX identifier; `LICENSE-whisper.txt` is the notice. The code is Apache-2.0. */
  license: 'MIT',
  source: 'https://github.com/openai/whisper',
  trainedOn: 'English speech with transcripts from the web; no emotion labels',
  /** Sample rate of clips, in Hz. */
  sampleRate: 16000,
  /** Layers whose statistics can be chosen. */
  layers: [1, 2, 3],
  /** Numbers per layer and position. */
  width: 384,
  /** Size of the file, in bytes. */
  size: 5966733,
  /** SHA-256 of the file, hexadecimal. Use it as the identity of the encoder, for example in the key of a cache. */
  sha256: '8a62195ecb169d7bccf53ff946e3f2f7f272c51ab53c8fed5f5fad5b77aede7f',
} as const;
