import type { Utterance } from '../utterance.js';
import type { Irregularity, ParsedFiles } from './parsedFiles.js';
import type { NamedFiles } from './readNames.js';

/**
 * Keeps one utterance per recording: the first of those that share a `recording`, or none if their emotions differ,
 * because it is unknown which one is correct.
 */
export function keepOnePerRecording({ utterances, irregular, copies }: NamedFiles): ParsedFiles {
  const groups = groupByRecording(utterances);
  return {
    utterances: groups.filter((group) => !isContradictory(group)).map(([first]) => first),
    irregular: [...irregular, ...groups.filter(isContradictory).flatMap(contradictions)],
    duplicates: groups
      .map((group) => group.flatMap(({ path }) => copies.get(path) ?? [path]))
      .filter(({ length }) => length > 1),
  };
}

type Group = readonly [Utterance, ...Utterance[]];

function groupByRecording(utterances: readonly Utterance[]): readonly Group[] {
  const groups = new Map<string, [Utterance, ...Utterance[]]>();
  for (const utterance of utterances) {
    const group = groups.get(utterance.recording);
    if (group) group.push(utterance);
    else groups.set(utterance.recording, [utterance]);
  }
  return [...groups.values()];
}

function isContradictory(group: Group): boolean {
  return group.some(({ emotion }) => emotion !== group[0].emotion);
}

function contradictions(group: Group): readonly Irregularity[] {
  return group.map((one) => {
    const { path, emotion } = group.find((other) => other.emotion !== one.emotion)!;
    const what = `identical to \`${path}\`, which is labeled ${emotion}, not ${one.emotion}; neither is used`;
    return { file: one.path, what };
  });
}
