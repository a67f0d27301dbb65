import { describe, expect, it } from 'vitest';
import { bandsPerColumn } from '../../src/sound/soundBlock.js';
import { SoundAnalysis } from '../../src/worker/soundAnalysis.js';

/** A tone of 200 Hz with overtones, from half a second on. */
function tone(sampleRate: number, seconds: number): Float32Array {
  return Float32Array.from({ length: sampleRate * seconds }, (_, i) => {
    const time = i / sampleRate;
    if (time < 0.5) return 0;
    return [1, 2, 3, 4, 5].reduce((sum, k) => sum + (0.1 / k) * Math.sin(2 * Math.PI * 200 * k * time), 0);
  });
}

function blocksOf(samples: Float32Array, sampleRate: number, chunk: number) {
  const analysis = new SoundAnalysis(sampleRate);
  const blocks = [];
  for (let at = 0; at < samples.length; at += chunk)
    blocks.push(...analysis.push(samples.slice(at, at + chunk)));
  return [...blocks, ...analysis.end()];
}

describe('SoundAnalysis', () => {
  it('has the pitch of a tone, and none in silence', () => {
    const blocks = blocksOf(tone(48_000, 1.5), 48_000, 1024);
    const pitch = blocks.flatMap((block) => [...block.pitch]);
    expect(pitch.slice(0, 20).every((hz) => hz === 0)).toBe(true);
    for (const hz of pitch.slice(35, 65)) expect(Math.abs(hz - 200)).toBeLessThan(3);
    expect(blocks.map(({ start }) => start)).toEqual(blocks.map((_, i) => i / 5));
  });

  it('has the levels of mel bands, the loudest of a low tone at the bottom', () => {
    const blocks = blocksOf(tone(16_000, 1.5), 16_000, 1000);
    const levels = blocks[5]!.levels.subarray(0, bandsPerColumn);
    expect(blocks[0]!.levels.every((level) => level === 0)).toBe(true);
    expect(levels.indexOf(Math.max(...levels))).toBeLessThan(12);
    expect(Math.max(...levels)).toBeGreaterThan(150);
  });

  it('does not depend on the size of the chunks', () => {
    const samples = tone(16_000, 1.3);
    expect(blocksOf(samples, 16_000, 333)).toEqual(blocksOf(samples, 16_000, 4000));
  });

  it('covers the whole stream', () => {
    const blocks = blocksOf(tone(16_000, 1.3), 16_000, 1024);
    const nColumns = blocks.reduce((sum, { pitch }) => sum + pitch.length, 0);
    expect(nColumns).toBe(65);
  });
});
