import { Recognizer } from '@ser/recognizer';
import { beforeAll, describe, expect, it } from 'vitest';
import { LiveSession } from '../../src/worker/liveSession.js';
import type { LiveEvent } from '../../src/worker/protocol.js';
import { syllables } from '../syllables.js';

const sampleRate = 16_000;
const voice = syllables(sampleRate);

describe('LiveSession', () => {
  const live = new LiveSession();

  it('asks for a model first', () => {
    expect(() => live.newSpeaker()).toThrow(expect.objectContaining({ code: 'no-model' }));
  });

  describe('with a model', () => {
    beforeAll(async () => {
      const model = await live.load({ kind: 'bundled', name: 'general-small' });
      expect(model).toMatchObject({ name: 'general-small', engine: 'JavaScript', taught: { ids: [] } });
      expect(model.labels).toContain('angry');
    });

    it("gives the events of the library's session", async () => {
      const events: LiveEvent[] = [];
      live.start(
        { sampleRate },
        (event) => events.push(event),
        (error) => expect.unreachable(String(error)),
      );
      for (let start = 0; start < voice.length; start += 1024) live.push(voice.slice(start, start + 1024));
      await live.stop();
      const session = (await Recognizer.bundled('general-small')).session();
      const expected: LiveEvent[] = [];
      for await (const event of session.utterances([voice], { sampleRate })) expected.push(event);
      expect(events).toEqual(expected);
      expect(events.map(({ type }) => type)).toContain('utterance.end');
    });

    it('teaches, saves an archive that knows the label, and forgets', async () => {
      const clip = { samples: voice, sampleRate };
      const { id, labels, taught } = await live.teach({ ...clip, label: 'tired' });
      expect(labels).toContain('tired');
      expect(taught.clips).toEqual({ tired: 1 });
      const saved = await Recognizer.load(await live.save());
      expect(saved.labels).toContain('tired');
      expect(live.forget(id).taught.ids).toEqual([]);
    });
  });
});
