import { describe, expect, it } from 'vitest';
import { modelCard } from '../src/modelCard.js';
import { card, features } from './fakes.js';

const labels = ['angry', 'calm'];
const members = [{ weight: 1, features }];

describe('modelCard', () => {
  it('says loudly that voices were synthetic', () => {
    expect(modelCard({ labels, members, card })).toContain('**Trained on synthetic voices.**');
  });

  it('does not say so of people, and names them, the licence and the figure with its chance level', () => {
    const trainedOn = [{ ...card.trainedOn[0]!, title: 'A|B', licence: 'CC BY 4.0', synthetic: false }];
    const human = modelCard({
      labels,
      members,
      card: { ...card, trainedOn, uarInterval: { low: 0.7, high: 0.801 } },
    });
    expect(human).not.toContain('**Trained on synthetic voices.**');
    expect(human).toContain('| A\\|B | CC BY 4.0 | human | 2: ann, bob |');
    expect(human).toContain(
      '**75.0 %** (95 % interval over speakers: 70.0 % to 80.1 %). Guessing reaches 50.0 %.',
    );
    expect(human).toContain('Protocol: Two unseen voices.');
  });

  it('says what it must not be used for', () => {
    const text = modelCard({ labels, members, card });
    expect(text).toContain('not what a person feels');
    expect(text).toContain('at work and in schools is forbidden');
  });

  it('says what it listens to, and where the settings stand', () => {
    const text = modelCard({ labels, members, card });
    expect(text).toContain(
      'Clips at 8000 Hz (others are resampled), described by `mfcc`. The exact settings stand in `recognizer.json`; `model.json` and',
    );
  });

  it('tells the classifiers that are averaged, each with its share of the mean', () => {
    const several = ['ridge', 'network'].map((name, i) => ({ name, weight: i + 1, features }));
    const text = modelCard({ labels, members: several, card });
    expect(text).toContain('described for 2 classifiers');
    expect(text).toContain('| ridge | 33.3 % | `mfcc` |\n| network | 66.7 % | `mfcc` |');
    expect(text).toContain('in the folder of each classifier');
  });

  it('names a kind of feature once, and the files of the encoder where there is one', () => {
    const both = { ...features, features: [...features.features, ...features.features] };
    const encoded = { weight: 1, features: both, encoding: { kind: 'fisherVectors' } as const };
    const text = modelCard({ labels, members: [encoded], card });
    expect(text).toContain('described by `mfcc`, their frames encoded as `fisherVectors`.');
    expect(text).toContain('`encoder.json` and `encoder.bin` encode frames.');
    expect(modelCard({ labels, members, card })).not.toContain('encoder.json');
  });

  it('does not invent a figure', () => {
    expect(modelCard({ labels, members, card: { ...card, uar: undefined } })).toContain('Not measured.');
  });
});
