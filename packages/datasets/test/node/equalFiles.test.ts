import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { equalFiles } from '../../src/node/equalFiles.js';
import { corpusFolder, tone } from './corpusFolder.js';

describe('equalFiles', () => {
  it('gives files with equal bytes the same digest, and others none', async () => {
    const folder = await corpusFolder({
      'a.wav': tone(200),
      'b.wav': tone(300), // of the same size
      'c/a.wav': tone(200),
      'd.wav': tone(300, { nChannels: 2 }),
    });
    const equal = await equalFiles(folder, ['a.wav', 'b.wav', 'c/a.wav', 'd.wav']);
    expect([...equal.keys()]).toEqual(['a.wav', 'c/a.wav']);
    expect(equal.get('a.wav')).toBe(equal.get('c/a.wav'));
  });

  it('distinguishes files that differ in one byte far from the middle', async () => {
    const almost = tone(200, { nSamples: 16000 });
    almost[100]! ^= 1;
    const folder = await corpusFolder({ 'a.wav': tone(200, { nSamples: 16000 }), 'b.wav': almost });
    expect((await equalFiles(folder, ['a.wav', 'b.wav'])).size).toBe(0);
  });

  it('skips files that are unreadable, empty, silent, or not audio', async () => {
    const silence = tone(200, { amplitude: 0 });
    const folder = await corpusFolder({
      'a.wav': '',
      'b.wav': '',
      'c.wav': 'text',
      'd.wav': 'text',
      'e.wav': silence,
      'f.wav': silence,
    });
    await symlink('nowhere', join(folder, 'g.wav'));
    const files = [...'abcdefg'].map((letter) => `${letter}.wav`);
    expect((await equalFiles(folder, files)).size).toBe(0);
  });

  it('rejects with the reason of its signal', async () => {
    const folder = await corpusFolder({ 'a.wav': tone(200) });
    const reason = new Error('enough');
    await expect(equalFiles(folder, ['a.wav'], AbortSignal.abort(reason))).rejects.toBe(reason);
  });
});
