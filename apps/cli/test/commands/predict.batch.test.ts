import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWav } from '@ser/audio-io/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeFolder } from '../makeFolder.js';
import { runSer } from '../runSer.js';
import { syllables } from '../syllables.js';
import { writeTinyModel } from '../tinyModel.js';

let folder: string;
const at = (path: string) => join(folder, path);
const textOf = (path: string) => readFile(at(path), 'utf8');
const linesOf = async (path: string) => (await textOf(path)).trimEnd().split('\n');

beforeAll(async () => {
  folder = await makeFolder('predict-batch');
  await writeTinyModel(folder);
  await mkdir(at('calls/may'), { recursive: true });
  await writeWav(at('calls/a.wav'), syllables(300, 2));
  await writeWav(at('calls/may/b.wav'), syllables(500, 2));
  await writeFile(at('calls/broken.wav'), 'no audio');
  await writeFile(
    at('calls.csv'),
    'agent,path,start,end,note\nAnn,calls/a.wav,,,"good, ""really"""\nBo,calls/a.wav,0.5,1.5,\nCy,calls/may/b.wav,,,=1+1\n',
  );
});

const predict = (...argv: readonly string[]) =>
  runSer(['predict', ...argv, '--model', 'model', '--engine', 'tfjs-cpu'], { cwd: folder });

describe('ser predict --out', () => {
  it('writes one row per recording of a folder and its subfolders; a failed one has an error', async () => {
    const { code, stdout } = await predict('calls', '--out', 'folder.csv');
    expect(code).toBe(1);
    expect(stdout).toMatch(/^folder\.csv {2}3 rows; .*; 1 failed; see the column `error`\n$/);
    const [header, ...rows] = await linesOf('folder.csv');
    expect(header).toBe(
      'file,prediction,confidence,reason,error,predicted_by,p_neutral,p_happy,p_sad,p_angry',
    );
    expect(rows).toHaveLength(3);
    expect(rows[0]).toMatch(
      /^calls\/a\.wav,(neutral|happy|sad|angry),0\.\d+,,,untrained@[0-9a-f]{12},0\.\d+,/,
    );
    expect(rows[1]).toMatch(/^calls\/broken\.wav,,,,"?.*broken\.wav.*"?,untrained@[0-9a-f]{12},,,,$/);
  });

  it('keeps the columns of a table, predicts parts of files, and ranks with --top', async () => {
    const { code } = await predict('calls.csv', '--out', 'table.csv', '--top', '2');
    expect(code).toBe(0);
    const [header, ...rows] = await linesOf('table.csv');
    expect(header).toBe(
      'path,agent,start,end,note,prediction,confidence,reason,error,predicted_by,label_1,p_1,label_2,p_2',
    );
    expect(rows.map((row) => row.split(',').slice(0, 4).join())).toEqual([
      'calls/a.wav,Ann,,',
      'calls/a.wav,Bo,0.5,1.5',
      'calls/may/b.wav,Cy,,',
    ]);
    expect(rows[0]).toContain(',"good, ""really""",');
  });

  it('writes JSON lines with sorted probabilities', async () => {
    await predict('calls.csv', '--out', 'table.jsonl');
    const rows = (await linesOf('table.jsonl')).map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(rows[1]).toMatchObject({ path: 'calls/a.wav', agent: 'Bo', start: '0.5' });
    const probabilities = Object.values(rows[0]!['probabilities'] as Record<string, number>);
    expect(probabilities).toEqual([...probabilities].sort((a, b) => b - a));
    expect(rows[0]!['confidence']).toBe(probabilities[0]);
  });

  it('writes JSON, and continues it', async () => {
    await predict('calls/a.wav', '--out', 'all.json');
    const { stdout } = await predict('calls/a.wav', 'calls/may/b.wav', '--out', 'all.json', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ rows: 2, kept: 1, failed: 0 });
    expect(JSON.parse(await textOf('all.json'))).toMatchObject([
      { file: 'calls/a.wav' },
      { file: 'calls/may/b.wav' },
    ]);
  });

  it('continues after an interruption: repairs a broken last line, keeps the rest, and tries failures again', async () => {
    await predict('calls', '--out', 'resumed.csv');
    const complete = await textOf('resumed.csv');
    const [header, first, broken] = complete.split('\n');
    await writeFile(at('resumed.csv'), `${header}\n${first}\n${broken}\n`);
    await appendFile(at('resumed.csv'), 'calls/may/b.wav,"hap');
    const { stdout } = await predict('calls', '--out', 'resumed.csv', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ rows: 3, kept: 1, failed: 1 });
    expect(await textOf('resumed.csv')).toBe(complete);
  });

  it('rejects a file with answers of another model', async () => {
    await predict('calls/a.wav', '--out', 'other.csv');
    const before = (await textOf('other.csv')).replace(/untrained@\w+/, 'mine@000000000000');
    await writeFile(at('other.csv'), before);
    const { code, stderr } = await predict('calls/a.wav', '--out', 'other.csv');
    expect(code).toBe(2);
    expect(stderr).toContain(
      '`other.csv` has answers of the model mine@000000000000; this model is untrained@',
    );
    expect(await textOf('other.csv')).toBe(before);
  });

  it('reports rows of a table that cannot be used, and predicts the others', async () => {
    await writeFile(at('some.csv'), 'path,start,end\ncalls/a.wav,2,1\ncalls/a.wav,,\n');
    const { code, stderr } = await predict('some.csv', '--out', 'some-answers.csv');
    expect(code).toBe(1);
    expect(stderr).toContain('line 2: `end` must be after `start` (2 s); got 1 s.');
    expect(await linesOf('some-answers.csv')).toHaveLength(2);
  });

  it.each([['answers.xlsx'], ['answers']])('rejects the format of %s', async (out) => {
    const { code, stderr } = await predict('calls', '--out', out);
    expect(code).toBe(2);
    expect(stderr).toContain('`--out` must end in .csv, .tsv, .jsonl, or .json');
  });

  it('shows the answers for a folder without --out', async () => {
    const { stdout } = await predict('calls', '--json');
    const files = (JSON.parse(stdout) as { file: string }[]).map(({ file }) => file);
    expect(files).toEqual(['calls/a.wav', 'calls/broken.wav', 'calls/may/b.wav']);
  });
});

describe('ser predict --utterances', () => {
  beforeAll(async () => {
    const samples = new Float32Array(8 * 16_000);
    samples.set(syllables(300, 2).samples, 16_000);
    samples.set(syllables(500, 2).samples, 5 * 16_000);
    await writeWav(at('long.wav'), { samples, sampleRate: 16_000 });
  });

  it.each([
    ['csv', /^start,end,label,confidence\n\d\.\d{3},\d\.\d{3},\w+,0\.\d{4}\n/],
    ['vtt', /^WEBVTT\n\n1\n00:00:0\d\.\d{3} --> /],
    ['txt', /^\d\.\d{6}\t\d\.\d{6}\t\w+ 0\.\d\d\n/],
    ['eaf', /<MEDIA_DESCRIPTOR MEDIA_URL="long\.wav"/],
    ['jsonl', /^\{"start":\d/],
  ])('writes the utterances of a long recording as %s', async (extension, text) => {
    const { code, stdout } = await predict('long.wav', '--utterances', '--out', `long.${extension}`);
    expect(code).toBe(0);
    expect(stdout).toMatch(new RegExp(`^long\\.${extension} {2}2 utterances\n$`));
    expect(await textOf(`long.${extension}`)).toMatch(text);
  });

  it('names the file of each utterance of several recordings', async () => {
    await predict('long.wav', 'calls/a.wav', '--utterances', '--out', 'both.csv');
    const [header, ...rows] = await linesOf('both.csv');
    expect(header).toBe('file,start,end,label,confidence');
    expect(rows.map((row) => row.split(',')[0])).toEqual(['long.wav', 'long.wav', 'calls/a.wav']);
  });

  it('shows them without --out', async () => {
    const { stdout } = await predict('long.wav', '--utterances');
    expect(stdout).toMatch(/^long\.wav:\n {2,}0\.\d\d s to .* s {2}\w+ \(\d+%\)\n/);
  });

  it('rejects captions for several recordings', async () => {
    const { code, stderr } = await predict('long.wav', 'calls/a.wav', '--utterances', '--out', 'x.vtt');
    expect(code).toBe(2);
    expect(stderr).toContain('`--out` must end in .csv or .jsonl for 2 recordings; got `x.vtt`');
  });
});
