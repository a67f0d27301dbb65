/**
 * What all `@ser/*` packages share: one error class, one option checker with one message grammar, and seeded random
 * streams. You rarely import it yourself: `SerError` is also exported by the packages that throw it.
 *
 * - Errors: `SerError`
 * - Options: `requireInteger`, `requireNumber`, `requireOneOf`, `requireSeed`, `invalidOption`; `checkFields` for JSON
 * - Randomness: `RandomStream`, `deriveSeed`, `seedOfName`, `integerSource`, `shuffled`, `shuffledIndices`
 * - Text: `escapeMarkup`, `closest`, `didYouMean`
 * - Bytes: `decodeBase64`; half precision: `toFloat16`, `fromFloat16`, `decodeFloat16`
 * - Scheduling: `nextTurn`, `LongTask`
 * - Parts that users add by name: `registerPart`, `findPart`, `registeredParts`, `howToRegister`
 *
 * @packageDocumentation
 */
export { SerError, type SerErrorOptions } from './serError.js';

export {
  type Bounds,
  invalidOption,
  requireInteger,
  requireNumber,
  requireOneOf,
  requireSeed,
} from './options/requireOption.js';
export {
  boolean,
  type Check,
  checkFields,
  type FieldChecks,
  integerFrom,
  listOf,
  nonEmptyListOf,
  notNegative,
  objectOf,
  oneOf,
  optional,
  positive,
  positiveInteger,
  record,
  share,
  sizeOrPair,
} from './options/fieldChecks.js';
export { shown } from './options/shown.js';

export { deriveSeed, purposes, seedOfName } from './random/deriveSeed.js';
export { RandomStream } from './random/randomStream.js';
export { type IntegerSource, integerSource, shuffled, shuffledIndices } from './random/shuffle.js';

export { closest, didYouMean } from './text/closest.js';
export { escapeMarkup } from './text/escapeMarkup.js';

export { decodeBase64 } from './bytes/decodeBase64.js';
export { decodeFloat16, fromFloat16, toFloat16 } from './bytes/float16.js';

export { LongTask } from './longTask.js';
export { nextTurn } from './nextTurn.js';

export {
  findPart,
  howToRegister,
  type Part,
  type PartKind,
  registeredParts,
  registerPart,
} from './parts/parts.js';
