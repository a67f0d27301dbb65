import { describe, expect, it } from 'vitest';
import { bibTex, citationSentence } from '../../src/report/citation.js';
import { runHeadline } from '../../src/report/headline.js';
import { version } from '../../src/version.js';
import { sampleMetrics } from '../sampleRun.js';

const metrics = sampleMetrics();

describe('citationSentence', () => {
  it('states the result, versions, recipe, seed, date, and the publication of the recordings', () => {
    const text = citationSentence({ ...metrics, headline: runHeadline(metrics) }, '2026-03-01');
    expect(text).toMatch(/^Trained on 6 speakers of RAVDESS .* chance level 25\.0% \(@ser/);
    expect(text).toContain(`(@ser/experiments ${version}, recipe sample-recipe, seed 1, 2026-03-01).`);
    expect(text).toMatch(/Recordings: RAVDESS.*: Livingstone & Russo, 2018\.$/);
  });
});

describe('bibTex', () => {
  it('has an entry for the software, and one with its DOI for each corpus', () => {
    const [software, ravdess] = bibTex(metrics.corpora, '2026-03-01');
    expect(software).toContain('@software{ser,');
    expect(software).toContain('year = {2026}');
    expect(ravdess).toContain('author = {Livingstone and Russo}');
    expect(ravdess).toContain('doi = {10.1371/journal.pone.0196391}');
  });

  it('cites no publication for synthetic voices', () => {
    const synthetic = metrics.corpora.map((corpus) => ({ ...corpus, synthetic: true }));
    expect(bibTex(synthetic, '2026-03-01')).toHaveLength(1);
  });
});
