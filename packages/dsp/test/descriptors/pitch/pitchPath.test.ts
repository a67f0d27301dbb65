import { describe, expect, it } from 'vitest';
import { maxCandidates, PitchCandidates } from '../../../src/descriptors/pitch/pitchCandidates.js';
import { isCertainlyUnvoiced, PitchPath, unvoiced } from '../../../src/descriptors/pitch/pitchPath.js';
import { runSteps } from '../../../src/steps/steps.js';
import { noise } from '../../helpers/testSignal.js';

const nFrames = 2000;

/** Random candidates, a random number per frame, strongest first. */
function randomCandidates(): PitchCandidates {
  const random = noise(nFrames * (2 * maxCandidates + 1)).map((value) => (value + 1) / 2);
  const candidates = new PitchCandidates();
  candidates.begin(nFrames);
  for (let frame = 0; frame < nFrames; frame++) {
    const drawn = random.subarray(frame * (2 * maxCandidates + 1));
    candidates.counts[frame] = Math.floor(drawn[2 * maxCandidates]! * (maxCandidates + 1));
    const strengths = drawn.slice(0, candidates.counts[frame]).sort().reverse();
    candidates.strengths.set(strengths, frame * maxCandidates);
    candidates.octaves.set(drawn.subarray(maxCandidates, 2 * maxCandidates), frame * maxCandidates);
  }
  return candidates;
}

describe('PitchPath', () => {
  const candidates = randomCandidates();
  const isQuiet = new Uint8Array(nFrames).map((_, frame) => (frame % 100 < 50 ? 1 : 0));
  const path = new PitchPath();
  runSteps(path.find(candidates, isQuiet, { first: 0, end: nFrames }));
  const states = path.states.slice();
  const parting = Array.from({ length: nFrames }, (_, frame) => frame).filter((frame) =>
    isCertainlyUnvoiced(candidates, frame, isQuiet[frame] === 1),
  );

  it('is voiced in some frames, and unvoiced in all certainly unvoiced frames', () => {
    expect(states.filter((state) => state !== unvoiced).length).toBeGreaterThan(nFrames / 4);
    expect(parting.length).toBeGreaterThan(nFrames / 10);
    expect(parting.map((frame) => states[frame])).toEqual(parting.map(() => unvoiced));
  });

  it('is the same between two certainly unvoiced frames without the other frames', () => {
    for (let i = 0; i + 7 < parting.length; i += 7) {
      const span = { first: parting[i]!, end: parting[i + 7]! + 1 };
      runSteps(path.find(candidates, isQuiet, span));
      expect(path.states.subarray(span.first, span.end)).toEqual(states.subarray(span.first, span.end));
    }
  });
});
