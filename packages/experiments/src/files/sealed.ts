import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { ExperimentError } from '../errors.js';

/** Length of a SHA-256 digest in bytes. */
const digestLength = 32;

/** Bytes followed by their SHA-256 digest, so that `unseal` notices if they change. */
export function seal(bytes: Uint8Array): Buffer {
  return Buffer.concat([bytes, digestOf(bytes)]);
}

/** The bytes that were sealed; `undefined` if they, or their digest, have changed. */
export function unseal(sealed: Uint8Array): Uint8Array | undefined {
  const bytes = sealed.subarray(0, -digestLength);
  const isIntact = sealed.length >= digestLength && digestOf(bytes).equals(sealed.subarray(-digestLength));
  return isIntact ? bytes : undefined;
}

/** A JSON value with its checksum, on one line: `{ "sha256": …, "value": … }`. */
export function sealJson(value: unknown): string {
  const json = JSON.stringify(value);
  return `{"sha256":"${digestOf(json).toString('hex')}","value":${json}}\n`;
}

/** The value that was sealed; `undefined` if the text has changed. */
export function unsealJson(text: string): unknown {
  const { sha256, value } = parsed(text);
  const json = JSON.stringify(value) as string | undefined;
  return json !== undefined && digestOf(json).toString('hex') === sha256 ? value : undefined;
}

/**
 * Reads a sealed file.
 *
 * @param fix what to do about a damaged file: a sentence
 * @returns `undefined` if the file does not exist
 * @throws {SerError} `damaged-checkpoint`
 */
export async function readSealed(path: string, fix: string): Promise<Uint8Array | undefined> {
  const sealed = await readIfExists(path);
  return sealed && (unseal(sealed) ?? refuseDamaged(path, fix));
}

/**
 * Reads a file with sealed JSON; see `readSealed`.
 *
 * @throws {SerError} `damaged-checkpoint`
 */
export async function readSealedJson(path: string, fix: string): Promise<unknown> {
  const text = await readIfExists(path);
  return text && (unsealJson(text.toString('utf8')) ?? refuseDamaged(path, fix));
}

/** @throws {SerError} `damaged-checkpoint` */
export function refuseDamaged(path: string, fix: string): never {
  throw new ExperimentError(
    'damaged-checkpoint',
    `\`${path}\` must be unchanged since it was written; its checksum does not match its content. ${fix}`,
    { file: path },
  );
}

/** The content of a file; `undefined` if it does not exist. */
export async function readIfExists(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function digestOf(content: string | Uint8Array): Buffer {
  return createHash('sha256').update(content).digest();
}

function parsed(text: string): { readonly sha256?: unknown; readonly value?: unknown } {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === 'object' && json !== null ? json : {};
  } catch {
    return {};
  }
}
