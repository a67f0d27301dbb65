import type { Utterance } from '@ser/datasets';
import { ExperimentError } from '../errors.js';
import type { DataSource } from '../recipe/dataFolder.js';
import { utteranceScans } from './utteranceScans.js';

export interface DataSourcesOptions {
  readonly data?: readonly DataSource[] | undefined;
  readonly utterances?: readonly Utterance[] | undefined;
}

/**
 * All recordings of a run.
 *
 * @throws {SerError} `missing-data` if there are none
 */
export function dataSources({ data = [], utterances = [] }: DataSourcesOptions): readonly DataSource[] {
  const sources = [...data, ...utteranceScans(utterances)];
  if (sources.length > 0) return sources;
  throw new ExperimentError(
    'missing-data',
    '`data` or `utterances` must have recordings; got none. Give a folder, a table, or utterances.',
  );
}
