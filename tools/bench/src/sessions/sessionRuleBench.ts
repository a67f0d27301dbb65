import type { Bench } from '../bench.js';
import { markdownTable } from '../markdownTable.js';
import { runTypeScript } from '../runProgram.js';

/** Mean UAR over the corpora, in [0, 1], by the kind of session. */
export interface RuleResult {
  /** Settings of the rule. */
  readonly rule: string;
  readonly choice: 'tested' | 'four';
  readonly uar: Readonly<Record<string, number>>;
}

/** A threshold of `otherVoice`. */
export interface VoiceResult {
  /** Mean z-score of four clips below which the voice is taken for another. */
  readonly below: number;
  /** Share of sessions with the same voice that are taken for another, in [0, 1]. */
  readonly falseAlarms: number;
  /** Share of sessions with another voice of the same corpus that are noticed, in [0, 1]. */
  readonly noticed: number;
}

/** The result of `programs/sessionRule.ts`. */
export interface SessionRules {
  readonly rules: readonly RuleResult[];
  readonly voices: readonly VoiceResult[];
}

/** Constants of sessions, compared on corpora that the model was not trained on. */
export const sessionRuleBench: Bench = {
  name: 'session-rule',
  description:
    'constants of sessions on five corpora that are left out: when the clips seem to have one emotion, or another voice',
  run({ out }) {
    const { rules, voices } = runTypeScript<SessionRules>('sessionRule', {
      args: out === undefined ? [] : [out],
      showProgress: true,
    });
    console.log(`${rulesTable(rules)}\n\n${voicesTable(voices)}`);
  },
};

/** One row per rule and choice of labels. */
export function rulesTable(rules: readonly RuleResult[]): string {
  const kinds = Object.keys(rules[0]!.uar);
  const rows = rules.map(({ rule, choice, uar }) => [
    rule,
    choice === 'four' ? 'four' : 'of the corpus',
    ...kinds.map((kind) => percent(uar[kind]!)),
  ]);
  return markdownTable(['rule', 'labels', ...kinds], rows);
}

/** One row per threshold. */
export function voicesTable(voices: readonly VoiceResult[]): string {
  const rows = voices.map(({ below, falseAlarms, noticed }) => [
    String(below),
    percent(falseAlarms),
    percent(noticed),
  ]);
  return markdownTable(['another voice below', 'false alarms, %', 'noticed, %'], rows);
}

function percent(share: number): string {
  return (100 * share).toFixed(1);
}
