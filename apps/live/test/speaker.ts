import { newSpeaker, type Speaker, untaught } from '../src/state/speaker.js';
import { utterance } from './utterance.js';

/** A speaker with an utterance. */
export const speaker: Speaker = {
  ...newSpeaker('a', 'Ann', untaught(['happy', 'sad'])),
  utterances: [utterance],
};
