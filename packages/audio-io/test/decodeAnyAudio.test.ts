import { describe, expect, it } from 'vitest';
import { decodeAnyAudio } from '../src/decodeAnyAudio.js';
import { decodeAudio } from '../src/decodeAudio.js';
import { registerDecoder } from '../src/decoder/registerDecoder.js';
import { someWords, words } from './decoder/support.js';
import { fixture } from './fixture.js';
import { ascii } from './wavBytes.js';

describe('decodeAnyAudio', () => {
  it.each(['pcm_16.wav', 'pcm_24_2ch.flac', 'float.aiff'])('decodes %s as decodeAudio does', async (name) => {
    expect(await decodeAnyAudio(fixture(name))).toEqual(decodeAudio(fixture(name)));
  });

  it('rejects what decodeAudio rejects', async () => {
    await expect(decodeAnyAudio(new Uint8Array(0))).rejects.toMatchObject({ code: 'empty-file' });
    await expect(decodeAnyAudio(someWords)).rejects.toMatchObject({ code: 'not-audio' });
    const sphere = Uint8Array.from(ascii('NIST_1A\n   1024\n'));
    await expect(decodeAnyAudio(sphere)).rejects.toMatchObject({ code: 'unsupported-format' });
  });

  it('rejects with the reason of its signal', async () => {
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(decodeAnyAudio(fixture('pcm_16.wav'), { signal })).rejects.toThrow('enough');
    const stop = new AbortController();
    const decode = (bytes: Uint8Array) => (stop.abort(new Error('stop')), words.decode(bytes));
    const unregister = registerDecoder({ ...words, decode });
    await expect(decodeAnyAudio(someWords, { signal: stop.signal })).rejects.toThrow('stop');
    unregister();
  });
});
