import type { Programs } from '../programs.js';

/** The requested recording format: raw, 16 bits, little-endian, one channel. */
export const recordedFormat = { format: 's16le', sampleRate: 48_000, channels: 1 } as const;

/** A program that records from the microphone to standard output. */
export interface Recorder {
  readonly name: string;
  readonly args: readonly string[];
}

/** A recorder that is installed here. */
export interface InstalledRecorder extends Recorder {
  readonly path: string;
}

/**
 * The known recorders, best first. They record at 48 kHz, which microphones support; our resampling is better than
 * ALSA's.
 */
export function recorders(platform: NodeJS.Platform): readonly Recorder[] {
  const rate = String(recordedFormat.sampleRate);
  const raw = ['-t', 'raw', '-e', 'signed-integer', '-b', '16', '-L', '-r', rate, '-c', '1', '-'];
  const input = platform === 'darwin' ? ['-f', 'avfoundation', '-i', ':0'] : ['-f', 'alsa', '-i', 'default'];
  return [
    { name: 'arecord', args: ['-q', '-t', 'raw', '-f', 'S16_LE', '-r', rate, '-c', '1'] },
    { name: 'rec', args: ['-q', ...raw] },
    { name: 'sox', args: ['-q', '-d', ...raw] },
    {
      name: 'ffmpeg',
      args: ['-hide_banner', '-loglevel', 'error', ...input, '-ac', '1', '-ar', rate, '-f', 's16le', '-'],
    },
  ];
}

/** The installed recorders, best first. */
export async function findRecorders(
  programs: Programs,
  platform: NodeJS.Platform,
): Promise<readonly InstalledRecorder[]> {
  const found: InstalledRecorder[] = [];
  for (const recorder of recorders(platform)) {
    const path = await programs.find(recorder.name);
    if (path !== undefined) found.push({ ...recorder, path });
  }
  return found;
}
