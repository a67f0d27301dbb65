import type { LearningPoint, TaughtEstimate } from '@ser/recognizer';
import type { CommandIo } from '../commandIo.js';
import type { TeachingResult } from '../teach/teachingResult.js';
import { percent } from './figures.js';
import { table } from './table.js';

/** The number of doubtful clips that are named. */
const namedClips = 10;

/** What `ser teach` reports at its end. */
export function teachingText({ invocation }: CommandIo, result: TeachingResult): string {
  const { clips, learningCurve, estimate, out, rejected, ids } = result;
  const counts = Object.entries(clips).map(([label, n]) => `${n} ${label}`);
  const lost = rejected.length === 0 ? '' : `; ${rejected.length} rejected`;
  return (
    `\ntaught: ${ids.length} clips (${counts.join(', ')})${lost}\n` +
    curveText(learningCurve) +
    (estimate ? estimateText(estimate) : tooFewText(clips)) +
    warningsOf(result)
      .map((warning) => `warning: ${warning}\n`)
      .join('') +
    `\n  model   ${out}\n\n` +
    `  ${invocation} predict PATH/TO/YOUR.wav --model ${out}\n` +
    `  ${invocation} listen --model ${out} --save ${out}\n`
  );
}

/** `Estimate for other clips of this voice: UAR 83.0% (71.2 to 91.5%), from 20 clips.` */
function estimateText({ uar, low, high, nClips }: TaughtEstimate): string {
  const interval = `${percent(low)} to ${percent(high)}`;
  return `Estimate for other clips of this voice: UAR ${percent(uar)} (95% interval ${interval}), from ${nClips} clips.\n`;
}

function tooFewText(clips: Readonly<Record<string, number>>): string {
  const few = Object.entries(clips).filter(([, n]) => n < 3);
  if (few.length === 0) return 'An estimate needs at least two labels.\n';
  const names = few.map(([label]) => label).join(', ');
  return `An estimate needs at least three clips of each label; these have fewer: ${names}.\n`;
}

function curveText(points: readonly LearningPoint[]): string {
  if (points.length < 2) return '';
  const head = ['clips per label', 'UAR', '95% of the draws'];
  const rows = points.map(({ clipsPerLabel, uar, low, high }) => [
    String(clipsPerLabel),
    percent(uar),
    clipsPerLabel === 0 ? '' : `${percent(low)} to ${percent(high)}`,
  ]);
  return `Recognized of the clips that are left out, after some were taught:\n${table([head, ...rows], ['right', 'right', 'right'])}`;
}

function warningsOf({ doubtful, speakers, otherVoice }: TeachingResult): readonly string[] {
  const named = doubtful
    .slice(0, namedClips)
    .map(
      ({ id, label, recognized, probability }) =>
        `${id} has the label ${label}, but by the other clips it is ${recognized} (${percent(probability)}). Listen to it ` +
        'again; such a clip counts little.',
    );
  const more = doubtful.length > namedClips ? [`${doubtful.length - namedClips} more clips like that`] : [];
  const voices =
    speakers.length > 1
      ? [
          `The clips are of ${speakers.length} speakers (${speakers.slice(0, 5).join(', ')}${speakers.length > 5 ? ', …' : ''}). A ` +
            'taught model is for one voice: make one for each.',
        ]
      : [];
  const other = otherVoice ? ['The last recordings seem to have another voice than those before.'] : [];
  return [...named, ...more, ...voices, ...other];
}
