import { decodeAudio } from '@ser/audio-io';
import { describe, expect, it } from 'vitest';
import { Recording } from '../../src/audio/recording.js';
import { sessionFile } from '../../src/export/sessionFile.js';
import { speaker } from '../speaker.js';
import { utterance } from '../utterance.js';

const bob = {
  ...speaker,
  ...{ id: 'b', name: 'Bob, "B" <2>' },
  utterances: [{ ...utterance, id: 'b-1', start: 0, end: 0.4, corrected: 'sad' }],
};

const written = async (format: 'csv' | 'vtt' | 'json') =>
  (await sessionFile(format, [speaker, bob], new Recording())).text();

describe('sessionFile', () => {
  it('writes a table of all speakers with the labels of the user', async () => {
    expect(await written('csv')).toBe(
      [
        'start,end,speaker,label,confidence',
        '0.000,0.400,"Bob, ""B"" <2>",sad,1.0000',
        '0.500,2.000,Ann,happy,0.7500',
        '',
      ].join('\n'),
    );
  });

  it('writes captions with a voice for each speaker', async () => {
    const vtt = await written('vtt');
    expect(vtt).toMatch(/^WEBVTT\n\n/);
    expect(vtt).toContain('00:00:00.500 --> 00:00:02.000\n<v Ann>happy (75 %)</v>');
    expect(vtt).toContain('<v Bob, "B" &lt;2&gt;>sad (100 %)</v>');
  });

  it('writes JSON with what was recognized', async () => {
    expect(JSON.parse(await written('json'))).toMatchObject([
      { speaker: bob.name, label: 'sad', recognized: 'happy', confidence: 1, isCorrected: true },
      { speaker: 'Ann', label: 'happy', confidence: 0.75, isCorrected: false },
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
