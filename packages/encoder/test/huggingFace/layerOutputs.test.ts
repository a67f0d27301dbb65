import { describe, expect, it } from 'vitest';
import { layerOutputs, outputsOf } from '../../src/huggingFace/layerOutputs.js';

describe('layerOutputs', () => {
  it.each([
    [['last_hidden_state'], [[12, 'last_hidden_state']]],
    [
      ['hidden_states.0', 'hidden_states.12'],
      [
        [0, 'hidden_states.0'],
        [12, 'hidden_states.12'],
      ],
    ],
    [
      ['last_hidden_state', 'hidden_states_6'],
      [
        [12, 'last_hidden_state'],
        [6, 'hidden_states_6'],
      ],
    ],
    [['encoder_hidden_states.3'], [[3, 'encoder_hidden_states.3']]],
    [['encoder_last_hidden_state', 'extract_features'], [[12, 'encoder_last_hidden_state']]],
  ])('of a graph with %j', (names, outputs) => {
    expect([...layerOutputs(names, 12)]).toEqual(outputs);
  });

  it('rejects a graph without hidden states', () => {
    expect(() => layerOutputs(['logits'], 12)).toThrow(
      'The graph must output `last_hidden_state` or `hidden_states.N`; got logits. Export the model without a head',
    );
  });

  it('ignores layers that the model does not have', () => {
    expect([...layerOutputs(['hidden_states.0', 'hidden_states.99'], 12).keys()]).toEqual([0]);
  });
});

describe('outputsOf', () => {
  it('lists the layers that can be chosen', () => {
    const outputs = layerOutputs(['hidden_states.7', 'hidden_states.6'], 12);
    expect(outputsOf([7, 6], outputs)).toEqual(['hidden_states.7', 'hidden_states.6']);
    expect(() => outputsOf([6, 8], outputs)).toThrow('`layers` must be of 6, 7; got 8. Choose of these.');
  });
});
