import { type IntegerSource, shuffled } from '@ser/core';
import { speakerKey, type Utterance } from '../utterance.js';

/** Utterances that stay on one side of a fold. */
export interface ClipGroup {
  readonly key: string;
  readonly utterances: readonly Utterance[];
}

/** What the groups of utterances without a speaker are. */
export type GroupUnit = 'folder' | 'file';

/** The groups of some utterances, sorted by key. */
export interface ClipGroups {
  readonly groups: readonly ClipGroup[];
  /** The unit of utterances without a speaker; `undefined` if all have one. */
  readonly unit: GroupUnit | undefined;
}

/** Fewer folders than this are not used as groups. */
const minFolders = 4;

/**
 * Groups utterances by what must not be divided: the speaker if known, otherwise the folder if every label is in at least
 * two of at least four folders, otherwise the file.
 */
export function clipGroups(utterances: readonly Utterance[]): ClipGroups {
  const unknown = utterances.filter(({ speaker }) => speaker === undefined);
  const unit = unknown.length === 0 ? undefined : folderIsUsable(unknown) ? 'folder' : 'file';
  const groups = new Map<string, Utterance[]>();
  for (const utterance of utterances) {
    const key = keyOf(utterance, unit);
    const members = groups.get(key);
    if (members) members.push(utterance);
    else groups.set(key, [utterance]);
  }
  const sorted = [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
  return { groups: sorted.map(([key, members]) => ({ key, utterances: members })), unit };
}

function keyOf(utterance: Utterance, unit: GroupUnit | undefined): string {
  const { corpus, speaker, group, path } = utterance;
  if (speaker !== undefined) return speakerKey(utterance);
  return unit === 'folder' ? `${corpus}/folder ${group ?? ''}` : `${corpus}/file ${path}`;
}

function folderIsUsable(utterances: readonly Utterance[]): boolean {
  const foldersOf = new Map<string, Set<string>>();
  const all = new Set<string>();
  for (const { corpus, emotion, group = '' } of utterances) {
    const folder = `${corpus}/${group}`;
    all.add(folder);
    const folders = foldersOf.get(emotion);
    if (folders) folders.add(folder);
    else foldersOf.set(emotion, new Set([folder]));
  }
  return all.size >= minFolders && [...foldersOf.values()].every(({ size }) => size >= 2);
}

/**
 * Divides groups into parts of about equal size, with the emotions in proportion as far as the groups allow: the largest
 * groups first, each to the part that has the smallest share of its emotions so far.
 */
export function divideGroups(
  groups: readonly ClipGroup[],
  nParts: number,
  random: IntegerSource,
): readonly (readonly ClipGroup[])[] {
  const totals = countEmotions(groups.flatMap(({ utterances }) => utterances));
  const parts = Array.from({ length: nParts }, () => ({
    groups: [] as ClipGroup[],
    counts: new Map<string, number>(),
    size: 0,
  }));
  const order = [...shuffled(groups, random)].sort((a, b) => b.utterances.length - a.utterances.length);
  for (const group of order) {
    const counts = countEmotions(group.utterances);
    const costs = parts.map((part) => {
      let cost = part.size / 1e6; // decides between equal shares
      for (const [emotion, count] of counts) {
        cost += (count * (part.counts.get(emotion) ?? 0)) / totals.get(emotion)!;
      }
      return cost;
    });
    const part = parts[costs.indexOf(Math.min(...costs))]!;
    part.groups.push(group);
    part.size += group.utterances.length;
    for (const [emotion, count] of counts) part.counts.set(emotion, (part.counts.get(emotion) ?? 0) + count);
  }
  return parts.map((part) => part.groups);
}

function countEmotions(utterances: readonly Utterance[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { emotion } of utterances) counts.set(emotion, (counts.get(emotion) ?? 0) + 1);
  return counts;
}

/** The ids of all utterances of the groups, sorted. */
export function idsOfGroups(groups: readonly ClipGroup[]): readonly string[] {
  return groups.flatMap(({ utterances }) => utterances.map(({ id }) => id)).sort();
}
