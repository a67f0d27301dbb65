import type { PitchRange } from '../sound/soundTrack.js';
import { confidenceOf, shownLabel, type Utterance } from '../state/utterance.js';
import { text } from '../text.js';
import { formatTime, percentOf } from './formatTime.js';

/** What the timeline shows of each utterance in its visible part, as sentences for screen readers. */
export function timelineText(
  utterances: readonly Utterance[],
  { start, end }: { readonly start: number; readonly end: number },
  pitchRange: (start: number, end: number) => PitchRange | undefined,
): readonly string[] {
  return utterances
    .filter((utterance) => utterance.end >= start && utterance.start <= end)
    .map((utterance) => {
      const times = text.timeline.range(formatTime(utterance.start), formatTime(utterance.end));
      const label = text.utterances.announced(
        shownLabel(utterance),
        `${percentOf(confidenceOf(utterance))}%`,
      );
      const pitch = pitchRange(utterance.start, utterance.end);
      if (!pitch) return `${times}: ${label}.`;
      const [median, low, high] = [pitch.median, pitch.low, pitch.high].map(Math.round);
      return `${times}: ${label}; ${text.timeline.pitchOf(median!, low!, high!)}.`;
    });
}
