import { describe } from 'vitest';
import { layerCases } from '../layerCases.js';
import { describeGradients } from './describeGradients.js';

describe('training, all cases', () => {
  for (const layerCase of layerCases) describeGradients(layerCase, 4);
});
