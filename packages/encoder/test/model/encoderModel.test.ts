import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { encoderCard } from '../../src/model/encoderCard.js';
import { encoderModel } from '../../src/model/encoderModel.js';

describe('encoderModel', () => {
  it('is the file that the card describes, of at most 7 MB', async () => {
    const file = await encoderModel();
    expect(createHash('sha256').update(file).digest('hex')).toBe(encoderCard.sha256);
    expect(file).toHaveLength(encoderCard.size);
    expect(file.length).toBeLessThanOrEqual(7e6);
  });
});
