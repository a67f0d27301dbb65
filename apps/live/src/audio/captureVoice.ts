import { microphone } from '@ser/recognizer/browser';
import { captureAddress } from './captureAddress.js';
import type { Clip } from '../worker/protocol.js';

/** Records the microphone until the signal is aborted, or for some seconds. */
export async function captureVoice(signal: AbortSignal, seconds: number): Promise<Clip> {
  const device = await microphone({ workletUrl: captureAddress });
  const { chunks, sampleRate } = device;
  signal.addEventListener('abort', () => device.stop(), { once: true });
  if (signal.aborted) device.stop();
  const parts: Float32Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    parts.push(chunk);
    length += chunk.length;
    if (length >= seconds * sampleRate) break;
  }
  device.stop();
  return { samples: joined(parts, length), sampleRate };
}

function joined(parts: readonly Float32Array[], length: number): Float32Array {
  const samples = new Float32Array(length);
  let at = 0;
  for (const part of parts) {
    samples.set(part, at);
    at += part.length;
  }
  return samples;
}
