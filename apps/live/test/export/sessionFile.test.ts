import { decodeAudio } from '@ser/audio-io';
import { describe, expect, it } from 'vitest';
import { Recording } from '../../src/audio/recording.js';
import { sessionFile } from '../../src/export/sessionFile.js';
import { utterance } from '../utterance.js';

const corrected = { ...utterance, id: 'a-2', start: 3, end: 4, corrected: 'sad' };
const utterances = [utterance, corrected];

describe('sessionFile', () => {
  it('writes a table and captions with the labels of the user', async () => {
    const csv = await (await sessionFile('csv', utterances, new Recording())).text();
    expect(csv.trim().split(/\r?\n/).slice(1)).toEqual([
      expect.stringMatching(/0\.5.*2.*happy.*0\.75/),
      expect.stringMatching(/3.*4.*sad.*1/),
    ]);
    const vtt = await (await sessionFile('vtt', utterances, new Recording())).text();
    expect(vtt).toMatch(/^WEBVTT/);
    expect(vtt).toContain('00:00:03.000 --> 00:00:04.000');
  });

  it('writes JSON with what was recognized', async () => {
    const json = await (await sessionFile('json', utterances, new Recording())).text();
    expect(JSON.parse(json)).toMatchObject([
      { label: 'happy', confidence: 0.75, isCorrected: false },
      { label: 'sad', recognized: 'happy', confidence: 1, isCorrected: true },
    ]);
  });

  it('writes the audio', async () => {
    const recording = new Recording();
    recording.startStream(16_000);
    recording.push(new Float32Array(1600).fill(0.25));
    const file = await sessionFile('wav', [], recording);
    const { sampleRate, channels } = decodeAudio(new Uint8Array(await file.arrayBuffer()));
    expect(sampleRate).toBe(16_000);
    expect(channels[0]).toHaveLength(1600);
    expect(channels[0]![800]).toBeCloseTo(0.25, 4);
  });
});
