import { Recognizer } from '@ser/recognizer';
import { beforeAll, describe, expect, it } from 'vitest';
import { LiveSession } from '../../src/worker/liveSession.js';
import type { LiveEvent, Notice } from '../../src/worker/protocol.js';
import { syllables } from '../syllables.js';

const sampleRate = 16_000;
const voice = syllables(sampleRate);

const notices: Notice[] = [];
const live = new LiveSession((notice) => void notices.push(notice));

/** Streams the voice once for each speaker, without a pause between them. */
async function stream(speakers: readonly string[]): Promise<void> {
  notices.length = 0;
  speakers.forEach((speaker, i) => {
    if (i === 0) live.start({ speaker, stream: i, sampleRate });
    else live.changeSpeaker({ speaker, stream: i });
    for (let at = 0; at < voice.length; at += 1024) live.push(voice.slice(at, at + 1024));
  });
  await live.stop();
}

function eventsOf(stream: number): readonly LiveEvent[] {
  return notices.flatMap((notice) =>
    notice.type === 'utterance' && notice.stream === stream ? [notice.event] : [],
  );
}

/** What the library's session gives. */
async function expectedEvents(): Promise<readonly LiveEvent[]> {
  const session = (await Recognizer.bundled('general-small')).session();
  const events: LiveEvent[] = [];
  for await (const event of session.utterances([voice], { sampleRate })) events.push(event);
  return events;
}

describe('LiveSession', () => {
  it('asks for a model first', () => {
    expect(() => live.start({ speaker: 'ann', stream: 0, sampleRate })).toThrow(
      expect.objectContaining({ code: 'no-model' }),
    );
  });

  describe('with a model', () => {
    beforeAll(async () => {
      const model = await live.load({ request: { kind: 'bundled', name: 'general-small' }, speaker: 'ann' });
      expect(model).toMatchObject({
        name: 'general-small',
        engine: 'JavaScript',
        first: { taught: { ids: [] } },
      });
      expect(model.labels).toContain('angry');
      expect(model.card.trainedOn.map(({ corpus }) => corpus)).toContain('ravdess');
    });

    it("gives the events of the library's session, one for each speaker", async () => {
      await stream(['ann', 'bob']);
      const expected = await expectedEvents();
      expect(expected.map(({ type }) => type)).toContain('utterance.end');
      expect(eventsOf(0)).toEqual(expected);
      expect(eventsOf(1)).toEqual(expected);
    });

    it('gives spectrogram and pitch of the whole stream, whoever speaks', async () => {
      await stream(['ann', 'bob']);
      const columns = notices.flatMap((notice) => (notice.type === 'sound' ? [...notice.block.pitch] : []));
      expect(columns).toHaveLength((2 * voice.length * 50) / sampleRate);
    });

    it('teaches one speaker, saves an archive that knows the label, and forgets', async () => {
      const clip = { samples: voice, sampleRate };
      const { id, model } = await live.teach({ ...clip, speaker: 'ann', label: 'tired' });
      expect(model.labels).toContain('tired');
      expect(model.taught.clips).toEqual({ tired: 1 });
      expect((await Recognizer.load(await live.save({ speaker: 'bob' }))).labels).not.toContain('tired');
      const saved = await Recognizer.load(await live.save({ speaker: 'ann' }));
      expect(saved.labels).toContain('tired');
      expect(live.forget({ speaker: 'ann', ids: [id] }).taught.ids).toEqual([]);
    });

    it('evaluates with what the speaker was taught, without adaptation', async () => {
      const clip = { samples: voice, sampleRate };
      await live.teach({ ...clip, speaker: 'bob', label: 'tired' });
      const labelOf = async (speaker: string) => {
        await live.startEvaluation({ speaker });
        return (await live.predict(clip)).label;
      };
      const recognizer = await Recognizer.bundled('general-small');
      expect(await labelOf('ann')).toBe((await recognizer.predict(clip)).label);
      const taught = await Recognizer.load(await live.save({ speaker: 'bob' }));
      expect(await labelOf('bob')).toBe((await taught.predict(clip)).label);
      live.endEvaluation();
    });

    it('gives what a saved model was taught to its first speaker only', async () => {
      await live.teach({ samples: voice, sampleRate, speaker: 'ann', label: 'tired' });
      const bytes = await live.save({ speaker: 'ann' });
      const model = await live.load({ request: { kind: 'archive', name: 'mine', bytes }, speaker: 'ann' });
      expect(model.first.taught.clips).toEqual({ tired: 1 });
      expect(model.labels).not.toContain('tired');
      expect(live.forget({ speaker: 'cleo', ids: [] }).taught.clips).toEqual({});
    });
  });
});
