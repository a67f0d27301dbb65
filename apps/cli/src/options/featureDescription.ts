import type { FeatureDescription } from '@ser/dsp';
import type { CommandIo } from '../commandIo.js';
import { readJsonFile } from '../readJsonFile.js';
import { UsageError } from '../usageError.js';

/** How `--features` is completed. */
export interface FeatureDefaults {
  /** In Hz, in place of the description's own. */
  readonly sampleRate: number | undefined;
  /** Whether features that are named without a description are summarized: one row per clip. */
  readonly perClip?: boolean;
}

/** In Hz, for features that are named without a description. */
const usualRate = 16_000;

/**
 * Reads `--features NAMES|JSON|FILE`: names such as `mfcc,rms`; text that begins with `{` is the description itself; anything
 * else names a file.
 *
 * @throws {UsageError} `invalid-json`
 * @throws {SerError} `invalid-feature-description` or `unsupported-feature`
 */
export async function readFeatureDescription(
  io: CommandIo,
  text: string,
  { sampleRate, perClip = false }: FeatureDefaults,
): Promise<FeatureDescription> {
  const { createFeaturePlan, customFeatureNames, parseFeatureDescription, ...dsp } = await import('@ser/dsp');
  const featureNames: readonly string[] = [...dsp.featureNames, ...customFeatureNames()];
  const words = text.split(',').map((word) => word.trim());
  const areNames = words.every((word) => featureNames.includes(word));
  const json = areNames
    ? ofNames(words, perClip && !hasOneRow(words))
    : text.trimStart().startsWith('{')
      ? parseInline(text)
      : await readDescriptionFile(io, text, featureNames);
  function hasOneRow(names: readonly string[]): boolean {
    return names.some((name) => {
      const description = parseFeatureDescription({ sampleRate: usualRate, features: [{ name }] });
      return createFeaturePlan(description).nFrames === 1;
    });
  }

  const overrides = sampleRate === undefined ? {} : { sampleRate };
  return parseFeatureDescription(isObject(json) ? { ...json, ...overrides } : json);
}

/** @param summarize whether frames are summarized by their means and standard deviations */
function ofNames(names: readonly string[], summarize: boolean): object {
  const functionals = summarize ? { functionals: ['mean', 'std'] } : {};
  return { sampleRate: usualRate, features: names.map((name) => ({ name })), ...functionals };
}

async function readDescriptionFile(
  io: CommandIo,
  text: string,
  featureNames: readonly string[],
): Promise<unknown> {
  if (!/[./\\]/.test(text)) {
    const { closest } = await import('@ser/core');
    const near = closest(text, featureNames);
    const hint = near === undefined ? '' : ` Did you mean \`${near}\`?`;
    throw new UsageError(
      'invalid-option',
      `\`--features\` must be names of features, JSON, or a JSON file; got \`${text}\`.${hint} Features: ${featureNames.join(', ')}.`,
    );
  }
  return readJsonFile(io, text);
}

function parseInline(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError(
      'invalid-json',
      `\`--features\` is not valid JSON: ${(error as SyntaxError).message}.`,
    );
  }
}

function isObject(json: unknown): json is object {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}
