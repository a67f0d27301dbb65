import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { decodeAudio } from '../src/decodeAudio.js';
import { mixDown } from '../src/mixDown.js';
import { isSilent } from '../src/isSilent.js';
import { readAudio } from '../src/node.js';
import { answerOf, recordedAnswers } from './fixture.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const corpora = resolve(root, process.env['SER_CORPORA'] ?? '../shared/corpora');

describe.skipIf(!existsSync(corpora))('real recordings (needs SER_CORPORA)', () => {
  it.each(recordedAnswers('corpora'))('equals libsndfile in every bit on %s', (name, expected) => {
    const audio = decodeAudio(readFileSync(join(corpora, name)));
    expect(answerOf(audio)).toEqual({ ...expected, sumOfSquares: expect.closeTo(expected.sumOfSquares, 6) });
    expect(isSilent(mixDown(audio))).toBe(false);
  });

  it.each(['YAF_germ_angry.wav', 'YAF_neat_fear.wav'])(
    'TESS published %s as AIFF-C: named and refused',
    async (name) => {
      const file = join(corpora, 'quirks/tess', name);
      const message: unknown = expect.stringContaining('got AIFF-C, which is not supported yet');
      await expect(readAudio(file)).rejects.toMatchObject({ code: 'unsupported-format', file, message });
    },
  );

  it('MP3 of CREMA-D is named and refused', async () => {
    const file = join(corpora, 'crema-d/1002_DFA_ANG_XX.mp3');
    const message: unknown = expect.stringContaining('got MP3');
    await expect(readAudio(file)).rejects.toMatchObject({ code: 'unsupported-format', file, message });
  });

  it('stereo clips of RAVDESS are mixed down', async () => {
    const file = join(corpora, 'quirks/ravdess/Actor_01/03-01-02-01-01-02-01.wav');
    expect(decodeAudio(readFileSync(file)).channels).toHaveLength(2);
    const clip = await readAudio(file, { sampleRate: 16000 });
    expect(clip.samples.length / clip.sampleRate).toBeCloseTo(3.57, 1);
  });
});
