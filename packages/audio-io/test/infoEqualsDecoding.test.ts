import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { audioInfo } from '../src/audioInfo.js';
import { decodeAnyAudio } from '../src/decodeAnyAudio.js';
import { fixturePath } from './fixture.js';

const casesFolder = process.env['SER_CASES'] ?? join(process.cwd(), '../../../shared/cases');
const folders = [fixturePath(''), join(casesFolder, 'reported'), join(casesFolder, 'controls')];

const isAudio = (path: string): boolean => /\.(wav|flac|aiff?|aifc|mp3|ogg|oga|opus)$/.test(path);

const files = folders
  .filter((folder) => statSync(folder, { throwIfNoEntry: false }) !== undefined)
  .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
  .filter(isAudio);

describe('audioInfo', () => {
  it('equals what decoding gives, for every fixture and case that is decoded here', async () => {
    const different: string[] = [];
    let nCompared = 0;
    for (const file of files) {
      const bytes = new Uint8Array(readFileSync(file));
      const audio = await decodeAnyAudio(bytes).catch(() => undefined);
      if (audio === undefined) continue; // damaged, or without its decoder
      const { sampleRate, nChannels, nSamples } = audioInfo(bytes);
      const found = [audio.sampleRate, audio.channels.length, audio.channels[0]!.length].join();
      if (found !== [sampleRate, nChannels, nSamples].join()) different.push(file);
      nCompared += 1;
    }
    expect(different).toEqual([]);
    expect(nCompared).toBeGreaterThan(40);
  });
});
