import type { AudioClip } from '@ser/dsp';
import type { CommandIo } from '../commandIo.js';
import { microphone } from '../microphone/microphone.js';
import { recordedFormat } from '../microphone/recorders.js';

/**
 * Records from the microphone.
 *
 * @param seconds of the recording
 * @throws {MicrophoneError} as `microphone`
 */
export async function recordClip(io: CommandIo, seconds: number): Promise<AudioClip> {
  const { PcmStream } = await import('@ser/audio-io');
  const { format, sampleRate } = recordedFormat;
  const pcm = new PcmStream({ format });
  const samples = new Float32Array(Math.round(seconds * sampleRate));
  let recorded = 0;
  for await (const bytes of microphone(io)) {
    const part = pcm.push(bytes).subarray(0, samples.length - recorded);
    samples.set(part, recorded);
    recorded += part.length;
    if (recorded === samples.length) break;
  }
  return { samples, sampleRate };
}
