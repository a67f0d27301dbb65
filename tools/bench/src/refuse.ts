import type { TrainingWarning } from '@ser/models';

/** For `onWarning`: a figure must not be of another engine than the one that was asked for. */
export function refuse({ message, cause }: TrainingWarning): never {
  throw new Error(message, { cause });
}
