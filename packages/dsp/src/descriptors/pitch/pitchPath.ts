import type { FrameSpan } from '../frameSpan.js';
import type { Steps } from '../../steps/steps.js';
import { maxCandidates, type PitchCandidates } from './pitchCandidates.js';

/** Strength of the unvoiced state; a candidate must be stronger. */
const unvoicedStrength = 0.45;
/** Strength of the unvoiced state in quiet frames. */
const quietUnvoicedStrength = 0.8;
/** Cost of a change between voiced and unvoiced. */
const voicingCost = 0.14;
/** Cost of a change of pitch, per octave. */
const octaveJumpCost = 0.7;
/** Upper bound of the rounding error of the score of a path. */
const rounding = 1e-9;

/** The state after the candidates. */
export const unvoiced = maxCandidates;
const nStates = maxCandidates + 1;
/** Frames that one step computes. */
const pathFramesPerStep = 1024;

function unvoicedStrengthOf(isQuiet: boolean): number {
  return isQuiet ? quietUnvoicedStrength : unvoicedStrength;
}

/**
 * Whether the best path is unvoiced in this frame for all possible frames before and after it: on each side, the unvoiced
 * state costs at most one change of voicing more than any candidate.
 */
export function isCertainlyUnvoiced(candidates: PitchCandidates, frame: number, isQuiet: boolean): boolean {
  if (candidates.counts[frame] === 0) return true;
  const strongest = candidates.strengths[frame * maxCandidates]!;
  return unvoicedStrengthOf(isQuiet) - strongest > 2 * voicingCost + rounding;
}

/**
 * The best path through the candidates of all frames (Viterbi algorithm): strong candidates with few and small jumps.
 *
 * @see G. D. Forney, "The Viterbi algorithm", 1973
 */
export class PitchPath {
  /** The state of each frame: the index of a candidate, or `unvoiced`. */
  states = new Uint8Array(0);
  /** The best predecessor of each state of each frame. */
  #previous = new Uint8Array(0);
  /** First frame of the path. */
  #first = 0;
  #scores = new Float64Array(nStates);
  #nextScores = new Float64Array(nStates);

  /**
   * Finds the path, in steps.
   *
   * @param isQuiet whether each frame of the clip is too quiet for a reliable pitch
   * @param span frames of the path
   */
  *find(candidates: PitchCandidates, isQuiet: Uint8Array, { first, end }: FrameSpan): Steps<void> {
    if (this.states.length < isQuiet.length) {
      this.states = new Uint8Array(isQuiet.length);
      this.#previous = new Uint8Array(isQuiet.length * nStates);
    }
    this.#first = first;
    for (let frame = first; frame < end; frame++) {
      if (frame % pathFramesPerStep === 0) yield;
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

  /** The scores of the states of a frame, from those of the previous frame. */
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

  /** The best score of all predecessors of a state; stores the best predecessor. */
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

/** The first state with the highest score. */
function bestState(scores: Float64Array): number {
  let best = 0;
  for (let state = 1; state < scores.length; state++) if (scores[state]! > scores[best]!) best = state;
  return best;
}
