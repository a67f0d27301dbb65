import type { RunMetrics } from '@ser/experiments';
import { percent, table } from './markdown.js';

/** UAR by corpus and sex, and of the speakers with the lowest and highest. */
export function groupsTable({ groups }: Pick<RunMetrics, 'groups'>): string {
  const speakers = [...(groups.speaker?.groups ?? [])].sort((a, b) => a.uar - b.uar);
  const named = [
    ...(groups.corpus?.groups ?? []).map((group) => ({ title: `corpus: ${group.name}`, group })),
    ...(groups.sex?.groups ?? []).map((group) => ({ title: `sex: ${group.name}`, group })),
    ...speakers.slice(0, 1).map((group) => ({ title: `worst speaker: ${group.name}`, group })),
    ...speakers.slice(-1).map((group) => ({ title: `best speaker: ${group.name}`, group })),
  ];
  return table(
    ['group', 'UAR', 'chance', 'clips'],
    named.map(({ title, group }) => [title, percent(group.uar), percent(group.chance), String(group.clips)]),
  );
}
