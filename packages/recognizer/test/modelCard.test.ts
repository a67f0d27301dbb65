import { describe, expect, it } from 'vitest';
import { modelCard } from '../src/modelCard.js';
import { card, features } from './fakes.js';

const labels = ['angry', 'calm'];

describe('modelCard', () => {
  it('says loudly that voices were synthetic', () => {
    expect(modelCard({ labels, features, card })).toContain('**Trained on synthetic voices.**');
  });

  it('does not say so of people, and names them, the licence and the figure with its chance level', () => {
    const trainedOn = [{ ...card.trainedOn[0]!, title: 'A|B', licence: 'CC BY 4.0', synthetic: false }];
    const human = modelCard({
      labels,
      features,
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
    const text = modelCard({ labels, features, card });
    expect(text).toContain('not what a person feels');
    expect(text).toContain('at work and in schools is forbidden');
  });

  it('does not invent a figure', () => {
    expect(modelCard({ labels, features, card: { ...card, uar: undefined } })).toContain('Not measured.');
  });
});
