import type { Utterance } from '../src/state/utterance.js';

export const utterance: Utterance = {
  id: 'a-1',
  start: 0.5,
  end: 2,
  label: 'happy',
  speech: true,
  probabilities: { happy: 0.75, sad: 0.25 },
  calibrated: false,
};
