import { ClassifierError } from '../errors.js';

/** The error of equations with NaN or infinite values. */
export function notFinite(): ClassifierError {
  return new ClassifierError(
    'diverged',
    'The equations of the classifier contain NaN or infinite values. Check that the features are finite and normalized.',
  );
}
