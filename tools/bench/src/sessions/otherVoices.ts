import { integerSource, seedOfName } from '@ser/core';
// The rule is internal, and its threshold is what this program is for.
// eslint-disable-next-line no-restricted-imports
import { voiceMatch } from '../../../../packages/recognizer/src/teach/voiceMatch.js';
import { divide, drawClips } from '../teaching/drawClips.js';
import type { TestSpeaker } from '../teaching/testSpeaker.js';
import type { VoiceResult } from './sessionRuleBench.js';

const thresholds = [-0.5, -0.75, -1, -1.25, -1.5, -2];
/** Taught clips per emotion, and clips whose matches are averaged, as a session does. */
const taughtPerClass = 3;
const nMatches = 4;
const draws = 5;

/**
 * How often a session takes clips of the taught speaker, and of another speaker of the same corpus, for another voice, by
 * the threshold of the mean match of four clips. The clips are drawn for each speaker five times.
 */
export function otherVoices(speakers: readonly TestSpeaker[], seed: number): readonly VoiceResult[] {
  const same: number[] = [];
  const others: number[] = [];
  for (const speaker of speakers) {
    const rest = speakers.filter(({ corpus, name }) => corpus === speaker.corpus && name !== speaker.name);
    for (let draw = 0; draw < draws; draw++) {
      const random = integerSource(seedOfName(seed, `voice/${speaker.name}/${draw}`));
      const { taught, tested } = divide(drawClips(speaker, random), taughtPerClass);
      const other = rest[random(0, rest.length - 1)]!;
      const match = meanMatch(taught.map(({ row }) => row));
      same.push(match(drawSome(tested, random)));
      others.push(match(drawSome(other.clips, random)));
    }
  }
  const shareBelow = (values: readonly number[], below: number) =>
    values.filter((value) => value < below).length / values.length;
  return thresholds.map((below) => ({
    below,
    falseAlarms: shareBelow(same, below),
    noticed: shareBelow(others, below),
  }));
}

type Clip = TestSpeaker['clips'][number];

function meanMatch(taught: readonly Float32Array[]): (clips: readonly Clip[]) => number {
  return (clips) => clips.reduce((sum, { row }) => sum + voiceMatch(row, taught)! / clips.length, 0);
}

function drawSome(clips: readonly Clip[], random: ReturnType<typeof integerSource>): readonly Clip[] {
  return Array.from({ length: nMatches }, () => clips[random(0, clips.length - 1)]!);
}
