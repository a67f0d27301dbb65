import { SerError } from '@ser/core';
import type { Utterance } from '@ser/datasets';
import { ExperimentError } from '../errors.js';
import type { SkippedClip } from '../progress/skippedClip.js';

/** Files named in an error before it says "and n more". */
const NAMED_FILES = 5;

/** The clip as skipped for an error that is the clip's own fault; any other error is thrown again. */
export function skippedBecauseOf(
  error: unknown,
  { corpus, path }: Pick<Utterance, 'corpus' | 'path'>,
): SkippedClip {
  if (!isFaultOfClip(error)) throw error;
  return { corpus, path, code: error.code, message: error.message };
}

/** The codes of errors that one clip causes: the run goes on without it. */
const clipFaults: ReadonlySet<string> = new Set([
  ...[
    'file-not-found',
    'file-unreadable',
    'empty-file',
    'git-lfs-pointer',
    'not-audio',
    'unsupported-format',
  ],
  ...[
    'decoder-not-installed',
    'truncated-file',
    'corrupt-file',
    'invalid-sample',
    'clip-too-short',
    'silent-clip',
  ],
]);

function isFaultOfClip(error: unknown): error is SerError {
  return error instanceof SerError && clipFaults.has(error.code);
}

/** @throws {SerError} `too-many-unreadable` when the share of skipped clips is above `maxUnreadable` */
export function refuseTooManySkipped(
  skipped: readonly SkippedClip[],
  { total, maxUnreadable }: { readonly total: number; readonly maxUnreadable: number },
): void {
  if (skipped.length <= maxUnreadable * total) return;
  const named = skipped.slice(0, NAMED_FILES).map(({ path, code }) => `  ${path}: ${code}`);
  const rest = skipped.length - named.length;
  if (rest > 0) named.push(`  and ${rest} more`);
  throw new ExperimentError(
    'too-many-unreadable',
    `${skipped.length} of ${total} clips cannot be used, more than the ${percent(maxUnreadable)} allowed ` +
      `by \`maxUnreadable\`. Fetch them again, or allow more:\n${named.join('\n')}${installLine(skipped)}`,
    { file: skipped[0]!.path },
  );
}

/** Where a decoder is missing, fetching again is of no use: which one to install. */
function installLine(skipped: readonly SkippedClip[]): string {
  const undecoded = skipped.find(({ code }) => code === 'decoder-not-installed');
  return undecoded === undefined ? '' : `\n${undecoded.message}`;
}

function percent(share: number): string {
  return `${Number((100 * share).toFixed(2))} %`;
}
