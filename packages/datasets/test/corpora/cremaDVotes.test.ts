import { describe, expect, it } from 'vitest';
import { cremaDVotes } from '../../src/corpora/cremaDVotes.js';

/** The format of the published file, with made-up numbers. */
const table = [
  '"","A","D","F","H","N","S","fileName","numResponses","agreement","emoVote"',
  '"100001",0,0,0,1,9,0,"1001_IEO_NEU_XX",10,0.9,"N"',
  '"100009",5,5,0,0,1,1,"1001_IEO_ANG_MD",12,0.42,"A:D"',
  '"200001",0,2,0,0,8,0,"1001_IEO_NEU_XX",10,0.8,"N"',
].join('\n');

describe('cremaDVotes', () => {
  it('reads the votes of those who only listened', () => {
    const votes = cremaDVotes(table);
    expect([...votes.keys()]).toEqual(['1001_IEO_NEU_XX', '1001_IEO_ANG_MD']);
    expect(votes.get('1001_IEO_ANG_MD')).toEqual({
      ...{ angry: 5, disgust: 5, fear: 0, happy: 0, neutral: 1, sad: 1 },
    });
  });

  it('reads the votes of those who saw the face', () => {
    expect(cremaDVotes(table, 'face').get('1001_IEO_NEU_XX')).toMatchObject({ disgust: 2, neutral: 8 });
  });

  it('names a missing column and a wrong number', () => {
    expect(() => cremaDVotes('"","A","D"\n')).toThrow('must have a column `F`');
    expect(() => cremaDVotes(table.replace('9,0,"1001', 'x,0,"1001'))).toThrow(
      "line 2: `N` must be a whole number of at least 0; got 'x'",
    );
  });
});
