import { expect, it } from 'vitest';
import { timelineText } from '../../src/charts/timelineText.js';
import { utterance } from '../utterance.js';

it('says what the visible part shows', () => {
  const utterances = [utterance, { ...utterance, id: 'a-2', start: 40, end: 41 }];
  const pitch = { median: 180.4, low: 150, high: 220 };
  expect(timelineText(utterances, { start: 0, end: 30 }, () => pitch)).toEqual([
    '0:00.5 to 0:02.0: happy, 75%; median pitch 180 Hz, mostly 150 to 220 Hz.',
  ]);
  expect(timelineText(utterances, { start: 35, end: 65 }, () => undefined)).toEqual([
    '0:40.0 to 0:41.0: happy, 75%.',
  ]);
});
