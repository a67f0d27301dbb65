import { describe, expect, it } from 'vitest';
import { modelCard } from '../../src/format/modelCard.js';
import { card, features } from '../fakes.js';

const labels = ['angry', 'calm'];
const members = [{ name: 'ridge', weight: 1, features }];

describe('modelCard', () => {
  it('warns about synthetic voices', () => {
    expect(modelCard({ labels, members, card })).toContain('**Trained on synthetic voices.**');
  });

  it('names human speakers, the license, and the performance with its chance level', () => {
    const trainedOn = [{ ...card.trainedOn[0]!, title: 'A|B', license: 'CC BY 4.0', synthetic: false }];
    const human = modelCard({
      labels,
      members,
      card: { ...card, trainedOn, uarInterval: { low: 0.7, high: 0.801 } },
    });
    expect(human).not.toContain('**Trained on synthetic voices.**');
    expect(human).toContain('| A\\|B | CC BY 4.0 | human | 2: ann, bob |');
    expect(human).toContain('**75.0%** (95% interval over speakers: 70.0% to 80.1%). Chance level: 50.0%.');
    expect(human).toContain('Evaluation: Two unseen voices.');
  });

  it('shows what corpora say about themselves as plain text', () => {
    const trainedOn = [
      { ...card.trainedOn[0]!, title: '<script>x</script>', license: '[MIT](x)', speakers: ['*ann*'] },
    ];
    expect(modelCard({ labels, members, card: { ...card, trainedOn } })).toContain(
      '| &lt;script>x&lt;/script> | \\[MIT\\](x) | ',
    );
  });

  it('says what the model must not be used for', () => {
    const text = modelCard({ labels, members, card });
    expect(text).toContain('not what a person feels');
    expect(text).toContain('in the workplace and in schools is forbidden');
  });

  it('lists the classifiers with their weights and features, and the files', () => {
    const ensemble = ['ridge', 'network'].map((name, i) => ({ name, weight: i + 1, features }));
    const text = modelCard({ labels, members: ensemble, card });
    expect(text).toContain('Clips are resampled to 8000 Hz. The result is the weighted mean');
    expect(text).toContain('| ridge | 33.3% | `mfcc` |\n| network | 66.7% | `mfcc` |');
    expect(text).toContain('in the folder of each classifier');
    expect(modelCard({ labels, members, card })).toContain('| ridge | 100.0% | `mfcc` |');
  });

  it('names each kind of feature once, and the files of the encoder if there is one', () => {
    const both = { ...features, features: [...features.features, ...features.features] };
    const encoded = [{ ...members[0]!, features: both, encoding: { kind: 'fisherVectors' } as const }];
    const text = modelCard({ labels, members: encoded, card });
    expect(text).toContain('| `mfcc`, frames encoded as `fisherVectors` |');
    expect(text).toContain('`encoder.json` and `encoder.bin` are the encoder of frames.');
    expect(modelCard({ labels, members, card })).not.toContain('encoder.json');
  });

  it('names the packages and the license of the speech encoder', () => {
    const encoder = { sampleRate: 16000, features: [{ name: 'encoder' }] } as const;
    const text = modelCard({ labels, members: [{ ...members[0]!, features: encoder }], card });
    expect(text).toContain('OpenAI Whisper tiny.en (MIT license). To compute it, install `@ser/encoder`;');
    expect(modelCard({ labels, members, card })).not.toContain('@ser/encoder');
  });

  it('names another speech encoder, whose license is its own', () => {
    const other = { name: 'encoder', model: './<wavlm>', layers: [6] } as const;
    const encoder = { sampleRate: 16000, features: [other] } as const;
    const text = modelCard({ labels, members: [{ ...members[0]!, features: encoder }], card });
    expect(text).toContain('The feature `encoder` of ./&lt;wavlm> is a pretrained speech encoder');
    expect(text).not.toContain('Whisper');
  });

  it('says so if the performance was not measured', () => {
    expect(modelCard({ labels, members, card: { ...card, uar: undefined } })).toContain('Not measured.');
  });
});
