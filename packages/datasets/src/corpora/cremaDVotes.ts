import { parseCsv } from '../manifest/parseCsv.js';
import { invalidTable } from '../manifest/tableErrors.js';
import type { Votes } from '../utterance.js';

const labelOf = { A: 'angry', D: 'disgust', F: 'fear', H: 'happy', N: 'neutral', S: 'sad' } as const;
type Letter = keyof typeof labelOf;

/** What the raters of CREMA-D perceived: the voice alone, the face alone, or both. */
export type CremaDPresentation = 'voice' | 'face' | 'both';

/** The first digit of the id of a row. */
const digitOf: Readonly<Record<CremaDPresentation, string>> = { voice: '1', face: '2', both: '3' };

/**
 * The votes that CREMA-D publishes in `processedResults/tabulatedVotes.csv`.
 *
 * @param text the content of the file
 * @param presentation whose votes to read @default 'voice'
 * @returns the votes by name of the clip, `1001_IEO_NEU_XX`
 * @throws {SerError} `invalid-table` if a column is missing or a number of votes is not a whole number
 * @see https://github.com/CheyneyComputerScience/CREMA-D
 *
 * @example
 * const votes = cremaDVotes(await readFile('CREMA-D/processedResults/tabulatedVotes.csv', 'utf8'));
 * votes.get('1001_IEO_NEU_XX'); // { angry: 0, disgust: 0, fear: 0, happy: 1, neutral: 10, sad: 0 }
 */
export function cremaDVotes(
  text: string,
  presentation: CremaDPresentation = 'voice',
): ReadonlyMap<string, Votes> {
  const file = 'tabulatedVotes.csv';
  const [header, ...rows] = parseCsv(text);
  const place = (name: string) => {
    const index = header?.fields.indexOf(name) ?? -1;
    if (index >= 0) return index;
    const fix = 'Use the file `processedResults/tabulatedVotes.csv` of CREMA-D.';
    throw invalidTable({ file, line: 1 }, `The header must have a column \`${name}\``, fix);
  };
  const letters = (Object.keys(labelOf) as Letter[]).map((letter) => [letter, place(letter)] as const);
  const nameAt = place('fileName');
  const chosen = rows.filter(({ fields }) => fields[0]!.startsWith(digitOf[presentation]));
  const votes = chosen.map(({ line, fields }): readonly [string, Votes] => {
    const counts = letters.map(([letter, index]) => {
      const count = fields[index] === '' ? NaN : Number(fields[index]);
      if (Number.isInteger(count) && count >= 0) return [labelOf[letter], count] as const;
      const problem = `\`${letter}\` must be a whole number of at least 0; got '${fields[index]}'`;
      throw invalidTable({ file, line }, problem, 'Correct the number.');
    });
    return [fields[nameAt]!, Object.fromEntries(counts)];
  });
  return new Map(votes);
}
