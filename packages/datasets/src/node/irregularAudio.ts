import { fileExtension, namesFormat } from '../files/audioFileName.js';
import type { Irregularity } from '../parse/parsedFiles.js';
import type { InspectedFile } from './inspectFile.js';

/** Files whose format, channels, or sample rate do not match their name, the corpus, or the other files. */
export function irregularAudio(
  files: readonly InspectedFile[],
  expectedChannels: number | undefined,
): readonly Irregularity[] {
  return [...wrongExtensions(files), ...wrongChannels(files, expectedChannels), ...unusualRates(files)];
}

function wrongExtensions(files: readonly InspectedFile[]): readonly Irregularity[] {
  return files.flatMap(({ file, format }) =>
    format === undefined || namesFormat(file, format)
      ? []
      : [{ file, what: `contains ${format} although its extension is \`${fileExtension(file)}\`` }],
  );
}

function wrongChannels(
  files: readonly InspectedFile[],
  expected: number | undefined,
): readonly Irregularity[] {
  if (expected === undefined) return [];
  return files
    .filter(({ nChannels }) => nChannels !== expected)
    .map(({ file, nChannels }) => ({
      file,
      what: `has ${channels(nChannels)}; the corpus has ${channels(expected)}`,
    }));
}

function unusualRates(files: readonly InspectedFile[]): readonly Irregularity[] {
  const usual = mostFrequent(files.map(({ sampleRate }) => sampleRate));
  return files
    .filter(({ sampleRate }) => sampleRate !== usual)
    .map(({ file, sampleRate }) => ({
      file,
      what: `is sampled at ${sampleRate} Hz; most files are at ${usual} Hz`,
    }));
}

function channels(n: number): string {
  return n === 1 ? '1 channel' : `${n} channels`;
}

function mostFrequent(values: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}
