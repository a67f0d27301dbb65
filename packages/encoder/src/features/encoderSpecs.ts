import { encoderFeatureNames, type FeatureSpec, layerStatisticNames } from '@ser/dsp';
import { encoderCard } from '../model/encoderCard.js';
import type { SpeechEncoder } from '../speechEncoder.js';
import type { EncoderColumn } from './encoderFeatures.js';

/** A feature `encoder` of a description. */
export type EncoderSpec = Extract<FeatureSpec, { readonly name: 'encoder' }>;

export function isEncoder(spec: FeatureSpec): spec is EncoderSpec {
  return spec.name === 'encoder';
}

/** Features of the same encoder, which runs once for all of them. */
export function groupedByEncoder(specs: readonly EncoderSpec[]): readonly (readonly EncoderSpec[])[] {
  const groups = new Map<string, EncoderSpec[]>();
  for (const spec of specs) {
    const { model = '', file = '', sha256 = '' } = spec;
    const key = JSON.stringify([model, file, sha256]);
    groups.set(key, [...(groups.get(key) ?? []), spec]);
  }
  return [...groups.values()];
}

export function layersOf({ layers = encoderCard.layers }: EncoderSpec): readonly number[] {
  return layers;
}

/** All layers of features of one encoder, ascending. */
export function layersOfAll(specs: readonly EncoderSpec[]): readonly number[] {
  return [...new Set(specs.flatMap(layersOf))].sort((a, b) => a - b);
}

/** The columns of a feature by their names in the description. */
export function columnsOf(
  spec: EncoderSpec,
  encoder: SpeechEncoder,
): readonly (readonly [string, EncoderColumn])[] {
  const { prefix = '', model, statistics } = spec;
  const layers = layersOf(spec);
  const names =
    model === undefined
      ? encoderFeatureNames(layers, statistics)
      : layerStatisticNames(layers, encoder.width, statistics);
  return names.map((name) => [`${prefix}${name}`, { encoder, name }]);
}
