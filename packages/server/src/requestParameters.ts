import { ServerError } from './errors.js';

/** What a request asks for besides the recording. */
export interface PredictParameters {
  /** Number of scores in an answer. */
  readonly top?: number | undefined;
  /** Length of the windows, in seconds, for predictions over time. */
  readonly window?: number | undefined;
  readonly hop?: number | undefined;
  /** Whether to find the utterances of the recording. */
  readonly utterances: boolean;
  /** Name of the speaker's session. */
  readonly session?: string | undefined;
}

const known = ['top', 'window', 'hop', 'utterances', 'session'];

/** @throws {SerError} `invalid-request` */
export function predictParameters(query: Readonly<Record<string, unknown>>): PredictParameters {
  const unknown = Object.keys(query).find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw invalidRequest(`Parameters must be among ${known.join(', ')}; got \`${unknown}\`.`);
  const parameters = {
    top: number(query, 'top', 1, 1000),
    window: number(query, 'window', 0.25, 30),
    hop: number(query, 'hop', 0.05, 30),
    utterances: flag(query, 'utterances'),
    session: name(query, 'session'),
  };
  if (parameters.utterances && parameters.window !== undefined)
    throw invalidRequest('A request has `window` or `utterances`, not both.');
  if (parameters.hop !== undefined && parameters.window === undefined)
    throw invalidRequest('`hop` needs `window`.');
  return parameters;
}

export function invalidRequest(message: string): ServerError {
  return new ServerError('invalid-request', message);
}

function number(query: Readonly<Record<string, unknown>>, key: string, min: number, max: number) {
  if (query[key] === undefined) return undefined;
  const value = query[key] === '' ? NaN : Number(query[key]);
  if (value >= min && value <= max) return value;
  throw invalidRequest(
    `\`${key}\` must be a number from ${min} to ${max}; got \`${shownValue(query[key])}\`.`,
  );
}

function flag(query: Readonly<Record<string, unknown>>, key: string): boolean {
  const value = query[key];
  if (value === undefined || value === 'false' || value === '0') return false;
  if (value === '' || value === 'true' || value === '1') return true;
  throw invalidRequest(`\`${key}\` must be true or false; got \`${shownValue(value)}\`.`);
}

function name(query: Readonly<Record<string, unknown>>, key: string): string | undefined {
  const value = query[key];
  if (value === undefined) return undefined;
  if (typeof value === 'string' && /^[\w.-]{1,64}$/.test(value)) return value;
  throw invalidRequest(`\`${key}\` must be 1 to 64 letters, digits, dots, hyphens, or underscores.`);
}

function shownValue(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
