import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isSilent, mixDown } from '@ser/dsp';
import { describe, expect, it } from 'vitest';
import { decodeAudio } from '../src/decodeAudio.js';
import { readAudio } from '../src/node/readAudio.js';
import { readAudioInfo } from '../src/node/readAudioInfo.js';
import { answerOf, recordedAnswers } from './fixture.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const corpora = resolve(root, process.env['SER_CORPORA'] ?? '../shared/corpora');

describe.skipIf(!existsSync(corpora))('real recordings (needs SER_CORPORA)', () => {
  it.each(recordedAnswers('corpora'))('equals libsndfile in every bit on %s', (name, expected) => {
    const audio = decodeAudio(readFileSync(join(corpora, name)));
    expect(answerOf(audio)).toEqual({ ...expected, sumOfSquares: expect.closeTo(expected.sumOfSquares, 6) });
    expect(isSilent(mixDown(audio))).toBe(false);
  });

  it.each([
    ['1002_DFA_ANG_XX', 114671],
    ['1002_DFA_DIS_XX', 113519],
  ])('counts the samples of the MP3 %s of CREMA-D like libsndfile', async (name, nSamples) => {
    const info = await readAudioInfo(join(corpora, `crema-d/${name}.mp3`));
    expect(info).toMatchObject({
      container: 'mp3',
      encoding: 'layer3',
      sampleRate: 44100,
      nChannels: 1,
      nSamples,
    });
  });

  it('stereo clips of RAVDESS are mixed down', async () => {
    const file = join(corpora, 'quirks/ravdess/Actor_01/03-01-02-01-01-02-01.wav');
    expect(decodeAudio(readFileSync(file)).channels).toHaveLength(2);
    const clip = await readAudio(file, { sampleRate: 16000 });
    expect(clip.samples.length / clip.sampleRate).toBeCloseTo(3.57, 1);
  });
});
