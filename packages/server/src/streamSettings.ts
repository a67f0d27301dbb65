import { type PcmFormat, pcmFormats } from '@ser/audio-io';
import { invalidRequest } from './requestParameters.js';

/** The first message of a stream, as JSON text. */
export interface StreamSettings {
  /** The rate of each channel, in Hz, from 8000 to 192000. */
  readonly sampleRate: number;
  /** @default 's16le' */
  readonly format: PcmFormat;
  /** Number of interleaved channels, from 1 to 8. @default 1 */
  readonly channels: number;
  /** Number of scores in an event. @default all */
  readonly top?: number | undefined;
  /** The token of the server, where the client cannot send a header. */
  readonly token?: string | undefined;
}

/** @throws {SerError} `invalid-request` */
export function streamSettings(message: string): StreamSettings {
  const { sampleRate, format = 's16le', channels = 1, top, token } = jsonObject(message);
  integer('sampleRate', sampleRate, 8000, 192_000);
  integer('channels', channels, 1, 8);
  if (top !== undefined) integer('top', top, 1, 1000);
  if (!pcmFormats.includes(format as PcmFormat))
    throw invalidRequest(`\`format\` must be one of ${pcmFormats.join(', ')}.`);
  return {
    sampleRate: sampleRate as number,
    format: format as PcmFormat,
    channels: channels as number,
    top: top as number | undefined,
    token: typeof token === 'string' ? token : undefined,
  };
}

function jsonObject(message: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(message);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Readonly<Record<string, unknown>>;
  } catch {
    // not JSON: the message below says what is expected
  }
  throw invalidRequest('The first message of a stream must be JSON text such as `{ "sampleRate": 16000 }`.');
}

function integer(key: string, value: unknown, min: number, max: number): void {
  if (Number.isInteger(value) && (value as number) >= min && (value as number) <= max) return;
  throw invalidRequest(`\`${key}\` must be an integer from ${min} to ${max}.`);
}
