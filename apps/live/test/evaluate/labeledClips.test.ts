import { describe, expect, it } from 'vitest';
import { labeledClips } from '../../src/evaluate/labeledClips.js';

const labels = ['angry', 'sad', 'happy'];
const named = (path: string, content = '') => ({ path, file: new Blob([content]) });

describe('labeledClips', () => {
  it('finds the label in the name, else in the folders, as a word of its own', async () => {
    const paths = ['me/angry/1.wav', 'me/sad-2.wav', 'sad/angry_3.wav', 'me/unhappy.wav', 'ANGER.flac'];
    const { clips, skipped } = await labeledClips(
      paths.map((path) => named(path)),
      labels,
    );
    expect(clips.map(({ label }) => label)).toEqual(['angry', 'sad', 'angry', 'angry']);
    expect(skipped).toEqual([
      { path: 'me/unhappy.wav', reason: 'Neither its name nor its folder has a label of the model.' },
    ]);
  });

  it('reads a table, and says which rows and recordings it leaves out', async () => {
    const table =
      'path,label,speaker\n1.wav,anger,ann\n2.wav,sad,bob\n3.wav,sad,bob\n4.wav,proud,bob\n5.wav,,\n';
    const files = [named('set/clips.csv', table), ...[1, 2, 4, 6].map((n) => named(`set/${n}.wav`))];
    const { clips, skipped } = await labeledClips(files, labels);
    expect(clips.map(({ path, label, speaker }) => [path, label, speaker])).toEqual([
      ['set/1.wav', 'angry', 'ann'],
      ['set/2.wav', 'sad', 'bob'],
    ]);
    expect(skipped).toEqual([
      {
        path: 'set/clips.csv',
        reason: expect.stringContaining('line 6: `label` must not be empty') as string,
      },
      { path: '3.wav', reason: 'The table lists it, but it is not among the files.' },
      { path: 'set/6.wav', reason: 'It is not in the table.' },
      { path: 'set/4.wav', reason: 'The model does not have the label “proud”.' },
    ]);
  });

  it('finds recordings that were chosen without their folders', async () => {
    const lines =
      '{"path": "audio/1.wav", "label": "sad"}\n{"path": "audio/2.wav", "label": "happy", "start": 1}\n';
    const { clips } = await labeledClips(
      [named('1.wav'), named('2.wav'), named('clips.jsonl', lines)],
      labels,
    );
    expect(clips.map(({ path, label, start }) => [path, label, start])).toEqual([
      ['1.wav', 'sad', undefined],
      ['2.wav', 'happy', 1],
    ]);
  });

  it('knows the speakers of a corpus also in a table with other names for them', async () => {
    const table = named('clips.csv', 'path,label,speaker\n03-01-05-01-01-01-07.wav,angry,ann\n');
    const found = await labeledClips([table, named('03-01-05-01-01-01-07.wav')], labels);
    expect(found).toMatchObject({ corpus: 'ravdess', clips: [{ speaker: 'ann', corpusSpeaker: '07' }] });
  });

  it('knows the names of corpora, with their speakers', async () => {
    const paths = ['03-01-05-01-01-01-07.wav', '03-01-04-01-01-01-08.wav'];
    const { corpus, clips } = await labeledClips(
      paths.map((path) => named(path)),
      labels,
    );
    expect(corpus).toBe('ravdess');
    expect(clips.map(({ label, speaker }) => [label, speaker])).toEqual([
      ['sad', '08'],
      ['angry', '07'],
    ]);
  });
});
