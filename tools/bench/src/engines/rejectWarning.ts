import type { TrainingWarning } from '@ser/models';

/** For `onWarning`: fails when another engine than the requested one would be measured. */
export function rejectWarning({ message, cause }: TrainingWarning): never {
  throw new Error(message, { cause });
}
