import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../src/annotations/annotation.js';
import { formatAnnotations } from '../../src/annotations/formatAnnotations.js';

const annotations: readonly Annotation[] = [
  { start: 0.5123, end: 2.1, label: 'happy', confidence: 0.81239 },
  { start: 3723.4, end: 3725, label: '=1+1 <b>, "so"', confidence: 0.5 },
];

describe('formatAnnotations', () => {
  it('writes CSV, with formulas neutralized', () => {
    expect(formatAnnotations(annotations, { format: 'csv' })).toBe(
      'start,end,label,confidence\n' +
        '0.512,2.100,happy,0.8124\n' +
        '3723.400,3725.000,"\'=1+1 <b>, ""so""",0.5000\n',
    );
  });

  it('writes JSON lines with exact numbers', () => {
    const lines = formatAnnotations(annotations, { format: 'jsonl' }).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(annotations);
  });

  it('writes WebVTT captions', () => {
    expect(formatAnnotations(annotations, { format: 'vtt' })).toBe(
      'WEBVTT\n\n1\n00:00:00.512 --> 00:00:02.100\nhappy (81 %)\n\n' +
        '2\n01:02:03.400 --> 01:02:05.000\n=1+1 &lt;b&gt;, "so" (50 %)\n',
    );
  });

  it('writes a label track of Audacity', () => {
    const tabs = [{ start: 0, end: 1, label: 'a\tb', confidence: 1 }];
    expect(formatAnnotations([...annotations.slice(0, 1), ...tabs], { format: 'audacity' })).toBe(
      '0.512300\t2.100000\thappy 0.81\n0.000000\t1.000000\ta b 1.00\n',
    );
  });

  it('writes a document of ELAN, with unique ids and escaped text', () => {
    const text = formatAnnotations(annotations, { format: 'elan', recording: 'call & more.wav' });
    const ids = [...text.matchAll(/ANNOTATION_ID="(\w+)"/g)].map(([, id]) => id);
    expect(ids).toEqual(['a1', 'a2', 'a3', 'a4']);
    const times = [...text.matchAll(/TIME_VALUE="(\d+)"/g)].map(([, time]) => Number(time));
    expect(times).toEqual([512, 2100, 3723400, 3725000]);
    expect(text).toContain('MEDIA_URL="call &amp; more.wav"');
    expect(text).toContain('&lt;b&gt;');
    expect(text).not.toContain('<b>');
  });

  it('names the speakers, if there are any', () => {
    const spoken: readonly Annotation[] = [
      { start: 0, end: 1, label: 'happy', confidence: 0.5, speaker: 'Ann, "A" <1>' },
      { start: 1, end: 2, label: 'sad', confidence: 0.25 },
    ];
    expect(formatAnnotations(spoken, { format: 'csv' })).toBe(
      'start,end,speaker,label,confidence\n' +
        '0.000,1.000,"Ann, ""A"" <1>",happy,0.5000\n' +
        '1.000,2.000,,sad,0.2500\n',
    );
    expect(formatAnnotations(spoken, { format: 'vtt' })).toContain(
      '<v Ann, "A" &lt;1&gt;>happy (50 %)</v>\n',
    );
    expect(formatAnnotations(spoken, { format: 'audacity' })).toContain('\tAnn, "A" <1>: happy 0.50\n');
    const [first] = formatAnnotations(spoken, { format: 'jsonl' }).split('\n');
    expect(JSON.parse(first!)).toEqual(spoken[0]);
  });

  it('writes tiers of each speaker for ELAN', () => {
    const spoken = ['Ann', 'Bob', 'Ann'].map((speaker, i) => ({
      ...{ start: i, end: i + 1, label: `label ${i}`, confidence: 1, speaker },
    }));
    const text = formatAnnotations(spoken, { format: 'elan' });
    const found = [...text.matchAll(/PARTICIPANT="(\w+)" TIER_ID="([\w@]+)">/g)].map(([, who, id]) => [
      who,
      id,
    ]);
    expect(found).toEqual([
      ['Ann', 'emotion@Ann'],
      ['Ann', 'confidence@Ann'],
      ['Bob', 'emotion@Bob'],
      ['Bob', 'confidence@Bob'],
    ]);
    const ids = [...text.matchAll(/ANNOTATION_ID="(\w+)"/g)].map(([, id]) => id);
    expect(ids).toEqual(['a1', 'a3', 'a4', 'a6', 'a2', 'a5']);
    expect(text).toMatch(/a3" TIME_SLOT_REF1="ts5" TIME_SLOT_REF2="ts6"><ANNOTATION_VALUE>label 2</);
  });

  it('writes no annotations, too', () => {
    for (const format of ['csv', 'jsonl', 'vtt', 'audacity', 'elan'] as const)
      expect(formatAnnotations([], { format })).not.toContain('undefined');
  });

  it('rejects an unknown format', () => {
    expect(() => formatAnnotations([], { format: 'srt' as 'vtt' })).toThrow('`format` must be one of');
  });
});
