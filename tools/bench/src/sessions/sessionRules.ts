import type { OffsetSettings } from '@ser/recognizer';
import { enrollment } from '@ser/experiments/steps';
import type { HeldOutClip } from '../leaveOneCorpusOut/heldOutClips.js';
import type { RuleResult } from './sessionRuleBench.js';

/** The rules that are compared; `oneEmotionBelow` of 0 never takes the clips for those of one emotion. */
const rules: readonly OffsetSettings[] = [0, 0.08, 0.12, 0.17].map((oneEmotionBelow) => ({
  oneEmotionBelow,
}));

/** Kinds of sessions: those of five clips, and which clips are tested. */
const kinds = {
  balanced: {},
  '80% one emotion': { skew: 0.8 },
  'all one emotion': { skew: 1 },
  'all one emotion, only that tested': { skew: 1, sameEmotion: true },
} as const;

const clips = [5, 10];
const draws = 5;

interface RuleOptions {
  readonly labels: readonly string[];
  readonly fourClasses: readonly string[];
  readonly seed: number;
}

/** Mean UAR over the corpora of each rule in each kind of session, and without adaptation for the same clips. */
export function compareRules(
  predictions: readonly HeldOutClip[],
  options: RuleOptions,
): readonly RuleResult[] {
  const named = rules.map((offset) => ({ rule: nameOf(offset), offset, adapted: true }));
  const all = [{ rule: 'without adaptation', offset: undefined, adapted: false }, ...named];
  return all.flatMap(({ rule, offset, adapted }) =>
    (['tested', 'four'] as const).map((choice) => ({
      rule,
      choice,
      uar: uarOfKinds(predictions, { ...options, offset, adapted }, choice),
    })),
  );
}

function uarOfKinds(
  predictions: readonly HeldOutClip[],
  options: RuleOptions & { readonly offset: OffsetSettings | undefined; readonly adapted: boolean },
  choice: RuleResult['choice'],
): RuleResult['uar'] {
  const uar: Record<string, number> = {};
  for (const [kind, session] of Object.entries(kinds)) {
    const measured = { ...options, ...session, enrollment: clips, draws, classProfile: 'fitted' as const };
    const { curves } = enrollment(predictions, measured);
    const { points } = curves.find((curve) => curve.choice === choice)!;
    for (const point of points) {
      if (point.clips !== 0 && point.clips !== 'all') uar[`${kind}, ${point.clips}`] = point.uar;
    }
  }
  return uar;
}

function nameOf({ oneEmotionBelow, priorClips = 1, cautiousPriorClips = 5 }: OffsetSettings): string {
  const prior = `prior ${priorClips}`;
  return oneEmotionBelow === 0
    ? `never, ${prior}`
    : `below ${oneEmotionBelow}, ${prior} and ${cautiousPriorClips}`;
}
