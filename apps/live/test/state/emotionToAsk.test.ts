import { expect, it } from 'vitest';
import { emotionToAsk } from '../../src/state/emotionToAsk.js';

it('asks for the first label with the fewest clips', () => {
  expect(emotionToAsk(['angry', 'happy', 'sad'], { angry: 2, sad: 1 })).toBe('happy');
  expect(emotionToAsk(['angry', 'happy'], {})).toBe('angry');
});
