import { expect, it } from 'vitest';
import { confidenceOf, shownLabel } from '../../src/state/utterance.js';
import { utterance } from '../utterance.js';

it('shows the label of the user with certainty, else the recognized one', () => {
  expect([shownLabel(utterance), confidenceOf(utterance)]).toEqual(['happy', 0.75]);
  const corrected = { ...utterance, corrected: 'sad' };
  expect([shownLabel(corrected), confidenceOf(corrected)]).toEqual(['sad', 1]);
});
