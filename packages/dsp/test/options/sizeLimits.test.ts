import { describe, expect, it } from 'vitest';
import { requireFrameLength } from '../../src/options/sizeLimits.js';
import { errorFrom } from '../helpers/errorFrom.js';

describe('requireFrameLength', () => {
  it.each([
    [1, '`nFft` must be an integer from 2 to 65536; got 1.'],
    [4194304, '`nFft` must be an integer from 2 to 65536; got 4194304. Choose a smaller window.'],
    ['512', "`nFft` must be an integer from 2 to 65536; got '512'."],
  ])('rejects %j', (value, message) => {
    expect(errorFrom(() => requireFrameLength('nFft', value, 2)).message).toBe(message);
  });
});
