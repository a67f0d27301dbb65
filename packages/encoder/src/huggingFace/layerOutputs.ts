import { EncoderError } from '../errors.js';

/** Names of the output of one layer, as exporters write them: `hidden_states.3`, `hidden_states_3`. */
const hiddenState = /^(?:encoder_)?hidden_states[._]?(\d+)$/;
const lastStates = ['last_hidden_state', 'encoder_last_hidden_state'];

/**
 * The outputs of a graph by layer, numbered as `hidden_states` of `transformers`: 0 is the input of the first layer.
 *
 * @param nLayers number of transformer layers, which is also the number of the last one
 * @throws {SerError} `unsupported-encoder` if the graph outputs no layer
 */
export function layerOutputs(outputNames: readonly string[], nLayers: number): ReadonlyMap<number, string> {
  const outputs = new Map<number, string>();
  for (const name of outputNames) {
    if (lastStates.includes(name)) outputs.set(nLayers, name);
  }
  for (const name of outputNames) {
    const layer = Number(hiddenState.exec(name)?.[1] ?? NaN);
    if (layer <= nLayers) outputs.set(layer, name);
  }
  if (outputs.size > 0) return outputs;
  throw new EncoderError(
    'unsupported-encoder',
    `The graph must output \`last_hidden_state\` or \`hidden_states.N\`; got ${outputNames.join(', ')}. Export the model ` +
      'without a head, or with its hidden states.',
  );
}

/** The outputs of some layers. @throws {SerError} `layer-unavailable` with a list of all layers */
export function outputsOf(
  layers: readonly number[],
  outputs: ReadonlyMap<number, string>,
): readonly string[] {
  return layers.map((layer) => {
    const output = outputs.get(layer);
    if (output !== undefined) return output;
    const available = [...outputs.keys()].sort((a, b) => a - b);
    const fix =
      available.length === 1
        ? 'The graph outputs only its last hidden state. Export it with all hidden states to choose others.'
        : 'Choose of these.';
    throw new EncoderError(
      'layer-unavailable',
      `\`layers\` must be of ${available.join(', ')}; got ${layer}. ${fix}`,
    );
  });
}
