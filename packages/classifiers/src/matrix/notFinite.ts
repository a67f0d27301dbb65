import { ClassifierError } from '../errors.js';

/** The error of equations that features without an end make. */
export function notFinite(): ClassifierError {
  return new ClassifierError(
    'diverged',
    'The equations of the classifier are not finite. Check that the features are finite and normalised.',
  );
}
