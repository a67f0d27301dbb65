import { describe, expect, it } from 'vitest';
import { tess } from '../../src/corpora/tess.js';
import { parseFiles } from '../../src/parse/parseFiles.js';

describe('tess', () => {
  it('reads every field of a name', () => {
    expect(tess.parse('YAF_youth_ps.wav')).toEqual({
      id: 'tess/YAF_youth_ps',
      path: 'YAF_youth_ps.wav',
      corpus: 'tess',
      speaker: 'YAF',
      sex: 'female',
      emotion: 'surprise',
      text: 'Say the word youth',
      language: 'en',
      recording: 'tess/YAF_youth_ps',
    });
  });

  it('reads the emotion from the file name, not from the folder', () => {
    for (const folder of ['OAF_Fear', 'OAF_Pleasant_surprise', 'YAF_pleasant_surprised', 'x/OAF_sad'])
      expect(tess.parse(`${folder}/OAF_back_fear.wav`)).toMatchObject({ emotion: 'fear', speaker: 'OAF' });
  });

  it('reads and reports the misspelled OA_bite_neutral as OAF_bite_neutral', () => {
    const { utterances, irregular } = parseFiles(tess, ['OA_bite_neutral.wav']);
    expect(utterances).toMatchObject([{ id: 'tess/OAF_bite_neutral', speaker: 'OAF' }]);
    expect(irregular).toEqual([{ file: 'OA_bite_neutral.wav', what: 'its speaker `OA` is read as `OAF`' }]);
  });

  it('counts a recording that exists with both spellings once', () => {
    const { utterances, duplicates } = parseFiles(tess, ['OA_bite_neutral.wav', 'OAF_bite_neutral.wav']);
    expect(utterances).toHaveLength(1);
    expect(duplicates).toEqual([['OAF_bite_neutral.wav', 'OA_bite_neutral.wav']]);
  });

  it('reads a zip file that contains every file twice', () => {
    const inner = 'TESS Toronto emotional speech set data/OAF_angry/OAF_back_angry.wav';
    const { utterances } = parseFiles(tess, [`TESS Toronto emotional speech set data/${inner}`, inner]);
    expect(utterances.map(({ path }) => path)).toEqual([inner]);
  });

  it.each([
    ['OAF_back_calm', 'emotion calm is not one of angry, disgust'],
    ['UAF_back_sad', 'not speaker, word, and emotion'],
    ['OAF_back', 'not speaker, word, and emotion'],
  ])('rejects %s: %s', (name, reason) => {
    expect(tess.parse(`${name}.wav`)).toBeUndefined();
    expect(tess.irregularity!(`${name}.wav`)).toContain(reason);
  });
});
