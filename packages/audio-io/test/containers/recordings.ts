import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fixture, fixturePath } from '../fixture.js';

/** What ffmpeg decodes from a recording, recorded by reference/goldens/containers.py. */
export interface ContainerAnswer {
  readonly sampleRate: number;
  readonly nChannels: number;
  readonly nSamples: number;

  /** Every 50th sample, channel by channel within it. */
  readonly every50th: readonly number[];
}

export function containerAnswers(): Readonly<Record<string, ContainerAnswer>> {
  const path = fixturePath('containers/answers.json');
  return JSON.parse(readFileSync(path, 'utf8')) as Record<string, ContainerAnswer>;
}

export function containerFixture(name: string): Uint8Array {
  return fixture(`containers/${name}`);
}

/** Whether the program `ffmpeg` is on the PATH. */
export function hasFfmpeg(): boolean {
  try {
    execFileSync('ffmpeg', ['-version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
