import { describe, expect, it } from 'vitest';
import { csv, csvParts } from '../../src/files/csv.js';
import { historyCsv } from '../../src/measures/historyCsv.js';
import { predictionsCsv } from '../../src/measures/predictionsCsv.js';
import { epochRecord, labels, prediction } from '../sampleRun.js';

describe('csv', () => {
  it('has a line for the header and one for each row', () => {
    expect(csv(['a', 'b'], [['x', 1]])).toBe('a,b\nx,1\n');
  });

  it('quotes commas, quotes and line breaks as RFC 4180 asks', () => {
    expect(csv(['a'], [['one, two'], ['say "hi"'], ['two\nlines'], ['plain']])).toBe(
      'a\n"one, two"\n"say ""hi"""\n"two\nlines"\nplain\n',
    );
  });

  it('leaves a cell without value empty', () => {
    expect(csv(['a', 'b'], [[undefined, 2]])).toBe('a,b\n,2\n');
  });

  it('writes numbers so that a float32 is restored exactly', () => {
    const values = Float32Array.of(0.1, 1 / 3, 1e-12, 0.99999994);
    const restored = csv(
      ['p'],
      [...values].map((value) => [value]),
    )
      .trim()
      .split('\n')
      .slice(1);
    expect(Float32Array.from(restored, Number)).toEqual(values);
  });
});

describe('csvParts', () => {
  it('is the text of csv, a few thousand rows at a time', () => {
    const rows = Array.from({ length: 10_000 }, (_, i) => [i, `clip ${i}`]);
    const parts = [...csvParts(['n', 'name'], rows)];
    expect(parts).toHaveLength(3);
    expect(parts.join('')).toBe(csv(['n', 'name'], rows));
  });

  it('has a header without rows', () => {
    expect([...csvParts(['n'], [])]).toEqual(['n\n']);
  });
});

describe('predictionsCsv', () => {
  const rows = [...predictionsCsv([prediction('02', 'sad', true), prediction('01', 'happy', false)], labels)]
    .join('')
    .split('\n');

  it('names a probability column for each label, in the order of the model', () => {
    expect(rows[0]).toBe('path,corpus,speaker,fold,actual,predicted,p_neutral,p_happy,p_sad,p_angry');
  });

  it('sorts by path', () => {
    expect(rows[1]).toBe(
      'Actor_01/happy-01-1.wav,ravdess,01,hold-out,happy,sad,0.100000001,0.100000001,0.699999988,0.100000001',
    );
    expect(rows[2]).toMatch(/^Actor_02\/sad-02-1\.wav,ravdess,02,hold-out,sad,sad,/);
  });
});

describe('historyCsv', () => {
  it('leaves validation empty without validation clips', () => {
    const validated = epochRecord(1, { validationLoss: 2.5, validationAccuracy: 0.25, validationUar: 0.2 });
    const [header, ...rows] = historyCsv([
      { member: 'cnn', fold: '1', epochs: [validated] },
      { member: 'cnn', fold: 'final', epochs: [epochRecord(7)] },
    ]).split('\n');
    expect(header).toBe(
      'fold,member,epoch,loss,accuracy,validationLoss,validationAccuracy,learningRate,precision,recall,f1,uar,' +
        'validationPrecision,validationRecall,validationF1,validationUar',
    );
    expect(rows).toEqual([
      '1,cnn,1,0.5,0.5,2.5,0.25,0.001,0.5,0.5,0.5,0.5,,,,0.2',
      'final,cnn,7,0.5,0.5,,,0.001,0.5,0.5,0.5,0.5,,,,',
      '',
    ]);
  });

  it('names the member', () => {
    const [header, ...rows] = historyCsv([
      { fold: '1', member: 'ridge', epochs: [epochRecord(1)] },
      { fold: '1', member: 'mlp', epochs: [epochRecord(1), epochRecord(2)] },
    ]).split('\n');
    expect(header).toMatch(/^fold,member,epoch,loss/);
    expect(rows.map((row) => row.slice(0, 10))).toEqual(['1,ridge,1,', '1,mlp,1,0.', '1,mlp,2,0.', '']);
  });
});
