import { describe } from 'vitest';
import { trainableCases } from '../layerCases.js';
import { describeGradients } from './describeGradients.js';

describe('training, all cases', () => {
  for (const layerCase of trainableCases) describeGradients(layerCase, 4);
});
