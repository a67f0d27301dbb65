import { describe, expect, it } from 'vitest';
import { droppedModel } from '../../src/model/droppedModel.js';

const named = (path: string, content = path) => ({ path, file: new Blob([content]) });

describe('droppedModel', () => {
  it('takes an archive', async () => {
    expect(await droppedModel([named('my-voice.tar', 'x')])).toEqual({
      kind: 'archive',
      name: 'my-voice',
      bytes: new TextEncoder().encode('x'),
    });
  });

  it('takes the files of a model folder, by their names below it', async () => {
    const files = ['runs/me/recognizer.json', 'runs/me/ridge/model.json', 'runs/notes.txt'].map((path) =>
      named(path),
    );
    const request = await droppedModel(files);
    expect(request).toMatchObject({ kind: 'files', name: 'me' });
    expect(Object.keys((request as { files: object }).files)).toEqual([
      'recognizer.json',
      'ridge/model.json',
    ]);
  });

  it('finds no model among recordings', async () => {
    expect(await droppedModel([named('a.wav')])).toBeUndefined();
  });
});
