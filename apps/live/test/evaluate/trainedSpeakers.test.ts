import { expect, it } from 'vitest';
import { trainedSpeakers } from '../../src/evaluate/trainedSpeakers.js';

it('names the speakers of a known corpus that the model was trained on', () => {
  const trainedOn = [
    {
      corpus: 'ravdess',
      title: 'RAVDESS',
      license: 'CC BY-NC-SA 4.0',
      synthetic: false,
      speakers: ['01', '02'],
    },
  ];
  const recordings = [{ corpusSpeaker: '02' }, { corpusSpeaker: '03' }, { corpusSpeaker: '02' }];
  expect(trainedSpeakers(trainedOn, 'ravdess', recordings)).toEqual(['02']);
  expect(trainedSpeakers(trainedOn, 'emodb', recordings)).toEqual([]);
  expect(trainedSpeakers(trainedOn, undefined, recordings)).toEqual([]);
});
