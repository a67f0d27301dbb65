import { ask } from './ask.js';
import { type Answer, type Difference, differenceOf } from './answer.js';
import type { Row } from './row.js';
import { dependenciesOn } from './tarballs.js';
import { UserFolder } from './userFolder.js';

/** What a check of a row found. */
export interface RowResult {
  readonly name: string;
  readonly note?: string;
  /** Versions of the tools that were installed. */
  readonly difference?: Difference;
  readonly error?: string;
  /** Seconds to build; 0 where nothing is built. */
  readonly buildSeconds: number;
  /** Seconds from start or opening to the answer, with the start of the browser or server. */
  readonly answerSeconds: number;
}

export interface CheckRowsOptions {
  readonly tarballs: ReadonlyMap<string, string>;
  readonly programs: Readonly<Record<string, string>>;
  /** The answer of Node. */
  readonly expected: Answer;
}

const predictionPackages = ['@ser/recognizer', '@ser/pretrained'];

/** What is installed where a row does not say otherwise. */
export const testedPackages: readonly string[] = [...predictionPackages, '@ser/encoder'];

/** Installs and builds once for rows that differ only in where the answer comes from, and asks for each answer. */
export async function checkRows(
  rows: readonly Row[],
  options: CheckRowsOptions,
): Promise<readonly RowResult[]> {
  const { tools, files, build = [], predictionOnly = false } = rows[0]!;
  const ours = predictionOnly ? predictionPackages : testedPackages;
  const dependencies = { ...dependenciesOn(ours, options.tarballs), ...tools };
  let folder: UserFolder | undefined;
  let buildSeconds = 0;
  try {
    folder = await UserFolder.create({ dependencies, files: { ...options.programs, ...files } });
    const start = performance.now();
    for (const [program, ...args] of build) await folder.command(program, args);
    if (build.length > 0) buildSeconds = (performance.now() - start) / 1000;
    const results: RowResult[] = [];
    for (const row of rows) results.push({ ...(await askRow(folder, row, options.expected)), buildSeconds });
    return results;
  } catch (error) {
    return rows.map(({ name }) => ({ name, error: String(error), buildSeconds, answerSeconds: 0 }));
  } finally {
    folder?.remove();
  }
}

async function askRow(folder: UserFolder, { name, note, source }: Row, expected: Answer): Promise<RowResult> {
  const start = performance.now();
  const seconds = () => (performance.now() - start) / 1000;
  const about = { name, buildSeconds: 0, ...(note !== undefined && { note }) };
  try {
    const difference = differenceOf(await ask(folder, source), expected);
    return { ...about, difference, answerSeconds: seconds() };
  } catch (error) {
    return { ...about, error: String(error), answerSeconds: seconds() };
  }
}

/** The rows that share a folder: same tools, files, and commands. */
export function groupsOf(rows: readonly Row[]): readonly (readonly Row[])[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const { tools, files, build, predictionOnly } = row;
    const key = JSON.stringify([tools, files, build, predictionOnly]);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()];
}
