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

/** Features that have one row per clip by definition. */
const wholeClipFeatures: readonly string[] = ['functionals', 'encoder'];

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
  const { featureNames, parseFeatureDescription } = await import('@ser/dsp');
  const words = text.split(',').map((word) => word.trim());
  const areNames = words.every((word) => (featureNames as readonly string[]).includes(word));
  const json = areNames
    ? ofNames(words, perClip)
    : text.trimStart().startsWith('{')
      ? parseInline(text)
      : await readDescriptionFile(io, text, featureNames);
  const overrides = sampleRate === undefined ? {} : { sampleRate };
  return parseFeatureDescription(isObject(json) ? { ...json, ...overrides } : json);
}

/** Frames are summarized by their means and standard deviations. */
function ofNames(names: readonly string[], perClip: boolean): object {
  const features = names.map((name) => ({ name }));
  const isWhole = names.some((name) => wholeClipFeatures.includes(name));
  const functionals = perClip && !isWhole ? { functionals: ['mean', 'std'] } : {};
  return { sampleRate: usualRate, features, ...functionals };
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
