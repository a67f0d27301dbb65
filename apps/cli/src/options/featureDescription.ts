import type { FeatureDescription } from '@ser/dsp';
import type { CommandIo } from '../commandIo.js';
import { readJsonFile } from '../readJsonFile.js';
import { UsageError } from '../usageError.js';

/**
 * Reads `--features JSON|FILE`: text that begins with `{` is the description itself, anything else names a file.
 *
 * @param sampleRate in Hz, in place of the description's own
 * @throws {UsageError} `invalid-json`
 * @throws {SerError} `invalid-feature-description` or `unsupported-feature`
 */
export async function readFeatureDescription(
  io: CommandIo,
  text: string,
  sampleRate: number | undefined,
): Promise<FeatureDescription> {
  const { parseFeatureDescription } = await import('@ser/dsp');
  const json = text.trimStart().startsWith('{') ? parseInline(text) : await readJsonFile(io, text);
  const overrides = sampleRate === undefined ? {} : { sampleRate };
  return parseFeatureDescription(isObject(json) ? { ...json, ...overrides } : json);
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
