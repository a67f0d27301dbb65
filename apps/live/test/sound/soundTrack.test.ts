import { describe, expect, it } from 'vitest';
import { bandsPerColumn, columnsPerSecond } from '../../src/sound/soundBlock.js';
import { columnsPerPage, SoundTrack } from '../../src/sound/soundTrack.js';

const block = (start: number, pitch: readonly number[], level = 9) => ({
  start,
  levels: new Uint8Array(pitch.length * bandsPerColumn).fill(level),
  pitch: Float32Array.from(pitch),
});

describe('SoundTrack', () => {
  it('keeps columns by their time in the recording, across pages', () => {
    const track = new SoundTrack();
    track.write(block(59.96, [100, 110, 120, 130]), 0);
    expect([2998, 2999, 3000, 3001].map((column) => track.pitchAt(column))).toEqual([100, 110, 120, 130]);
    const [first, second] = track.pages(0, 61);
    expect([first!.nColumns, second!.nColumns]).toEqual([columnsPerPage, 2]);
    expect(second!.levels[bandsPerColumn]).toBe(9);
    expect(second!.levels[2 * bandsPerColumn]).toBe(0);
  });

  it('adds the start of the stream', () => {
    const track = new SoundTrack();
    track.write(block(1, [150]), 10);
    expect(track.pitchAt(11 * columnsPerSecond)).toBe(150);
  });

  it('gives the pitch of a part, without columns that have no voice', () => {
    const track = new SoundTrack();
    track.write(block(0, [0, 100, 110, 120, 130, 140, 0]), 0);
    expect(track.pitchRange(0, 0.14)).toEqual({ median: 120, low: 100, high: 140 });
    expect(track.pitchRange(0, 0.06)).toBeUndefined();
  });

  it('keeps the last two hours', () => {
    const track = new SoundTrack();
    for (let minute = 0; minute < 130; minute++) track.write(block(minute * 60, [100]), 0);
    expect(track.pages(0, 130 * 60)).toHaveLength(120);
    expect(track.pitchAt(0)).toBe(0);
    track.clear();
    expect(track.pages(0, 130 * 60)).toEqual([]);
  });
});
