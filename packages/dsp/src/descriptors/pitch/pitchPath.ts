import type { FrameSpan } from '../frameSpan.js';
import { maxCandidates, type PitchCandidates } from './pitchCandidates.js';

/** How likely a frame is unvoiced; a candidate must be stronger. */
const unvoicedStrength = 0.45;
/** The same of quiet frames. */
const quietUnvoicedStrength = 0.8;
/** Cost of the step from voiced to unvoiced and back. */
const voicingCost = 0.14;
/** Cost of a change of pitch, an octave. */
const octaveJumpCost = 0.7;
/** More than the sum of a path's scores is rounded by. */
const rounding = 1e-9;

/** The state after the candidates. */
export const unvoiced = maxCandidates;
const nStates = maxCandidates + 1;

function unvoicedStrengthOf(isQuiet: boolean): number {
  return isQuiet ? quietUnvoicedStrength : unvoicedStrength;
}

/**
 * Whether the best path, whatever the frames before and after are like, is unvoiced in this one. Up to it, being unvoiced
 * is at most one change of voicing worse than any candidate, and from it on too.
 */
export function isParting(candidates: PitchCandidates, frame: number, isQuiet: boolean): boolean {
  if (candidates.counts[frame] === 0) return true;
  const strongest = candidates.strengths[frame * maxCandidates]!;
  return unvoicedStrengthOf(isQuiet) - strongest > 2 * voicingCost + rounding;
}

/**
 * The best way through the candidates of all frames: strong ones, with few and small jumps.
 *
 * @see G. D. Forney, "The Viterbi algorithm", 1973
 */
export class PitchPath {
  /** The state of each frame: the number of a candidate, or `unvoiced`. */
  states = new Uint8Array(0);
  /** The best state before each state of each frame. */
  #previous = new Uint8Array(0);
  /** Where it begins. */
  #first = 0;
  #scores = new Float64Array(nStates);
  #nextScores = new Float64Array(nStates);

  /**
   * @param isQuiet of each frame of the clip, whether it is too quiet to be trusted
   * @param span which frames the path goes through
   */
  find(candidates: PitchCandidates, isQuiet: Uint8Array, { first, end }: FrameSpan): void {
    if (this.states.length < isQuiet.length) {
      this.states = new Uint8Array(isQuiet.length);
      this.#previous = new Uint8Array(isQuiet.length * nStates);
    }
    this.#first = first;
    for (let frame = first; frame < end; frame++) {
      this.#step(candidates, frame, isQuiet[frame] === 1);
      const scores = this.#scores;
      this.#scores = this.#nextScores;
      this.#nextScores = scores;
    }
    let state = bestState(this.#scores);
    for (let frame = end - 1; frame >= first; frame--) {
      this.states[frame] = state;
      state = this.#previous[frame * nStates + state]!;
    }
  }

  /** The scores of one frame's states, from those of the frame before. */
  #step(candidates: PitchCandidates, frame: number, isQuiet: boolean): void {
    const next = this.#nextScores;
    const count = candidates.counts[frame]!;
    for (let i = 0; i < count; i++) {
      const strength = candidates.strengths[frame * maxCandidates + i]!;
      next[i] = strength + this.#best(candidates, frame, i);
    }
    for (let i = count; i < maxCandidates; i++) next[i] = -Infinity;
    next[unvoiced] = unvoicedStrengthOf(isQuiet) + this.#best(candidates, frame, unvoiced);
  }

  /** The best score with which a state can be reached; remembers from where. */
  #best(candidates: PitchCandidates, frame: number, state: number): number {
    if (frame === this.#first) return 0;
    const scores = this.#scores;
    const before = (frame - 1) * maxCandidates;
    const count = candidates.counts[frame - 1]!;
    const octaves = state === unvoiced ? 0 : candidates.octaves[frame * maxCandidates + state]!;
    let best = -Infinity;
    let from = 0;
    for (let i = 0; i < count; i++) {
      const jump = Math.abs(octaves - candidates.octaves[before + i]!);
      const score = scores[i]! - (state === unvoiced ? voicingCost : octaveJumpCost * jump);
      if (score > best) {
        best = score;
        from = i;
      }
    }
    const stay = scores[unvoiced]! - (state === unvoiced ? 0 : voicingCost);
    if (stay > best) {
      best = stay;
      from = unvoiced;
    }
    this.#previous[frame * nStates + state] = from;
    return best;
  }
}

/** The first of the highest. */
function bestState(scores: Float64Array): number {
  let best = 0;
  for (let state = 1; state < scores.length; state++) if (scores[state]! > scores[best]!) best = state;
  return best;
}
