import { SerError } from '@ser/core';
import { segmentId, type Utterance } from '@ser/datasets';
import { ExperimentError } from '../errors.js';
import type { SkippedClip } from '../progress/skippedClip.js';

/** How many files an error names before it says "and n more". */
const namedFiles = 5;

/** The part of a file that a clip is. */
interface ClipPart {
  readonly start?: number | undefined;
  readonly end?: number | undefined;
}

/** The clip with the reason to skip it; errors that are not caused by the clip are thrown again. */
export function skippedBecauseOf(
  error: unknown,
  { corpus, path, ...part }: Pick<Utterance, 'corpus' | 'path'> & ClipPart,
): SkippedClip {
  if (!isClipError(error)) throw error;
  return { corpus, path: segmentId(path, part), code: error.code, message: error.message };
}

/** The codes of errors that one clip causes: the run continues without it. */
const clipErrors: ReadonlySet<string> = new Set([
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
    'clip-too-long',
    'silent-clip',
    'part-not-found',
  ],
]);

function isClipError(error: unknown): error is SerError {
  return error instanceof SerError && clipErrors.has(String(error.code));
}

/** @throws {SerError} `too-many-unreadable` if the share of skipped clips is above `maxUnreadable` */
export function refuseTooManySkipped(
  skipped: readonly SkippedClip[],
  { total, maxUnreadable }: { readonly total: number; readonly maxUnreadable: number },
): void {
  if (skipped.length <= maxUnreadable * total) return;
  const named = skipped.slice(0, namedFiles).map(({ path, code }) => `  ${path}: ${code}`);
  const rest = skipped.length - named.length;
  if (rest > 0) named.push(`  and ${rest} more`);
  throw new ExperimentError(
    'too-many-unreadable',
    `At most ${percent(maxUnreadable)} of the clips (\`maxUnreadable\`) may be unusable; got ${skipped.length} of ${total}. ` +
      `Download them again, or increase \`maxUnreadable\`:\n${named.join('\n')}${installLine(skipped)}`,
    { file: skipped[0]!.path },
  );
}

/** Downloading again does not help if a decoder is missing: which one to install. */
function installLine(skipped: readonly SkippedClip[]): string {
  const undecoded = skipped.find(({ code }) => code === 'decoder-not-installed');
  return undecoded === undefined ? '' : `\n${undecoded.message}`;
}

function percent(share: number): string {
  return `${Number((100 * share).toFixed(2))}%`;
}
