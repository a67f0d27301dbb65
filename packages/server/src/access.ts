import { createHash, timingSafeEqual } from 'node:crypto';
import { ServerError } from './errors.js';

/**
 * Checks a token in a time that does not depend on where it differs.
 *
 * @throws {SerError} `unauthorized`
 */
export function requireToken(expected: string | undefined, got: string | undefined): void {
  if (expected === undefined) return;
  if (got !== undefined && timingSafeEqual(digest(got), digest(expected))) return;
  throw new ServerError(
    'unauthorized',
    'Requests must have the token of this server. Send the header `Authorization: Bearer TOKEN`.',
  );
}

/** The token of an `Authorization` header. */
export function bearerToken(header: string | undefined): string | undefined {
  return /^Bearer (.+)$/i.exec(header ?? '')?.[1];
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
