import { layers, type LayersModel, sequential } from '@tensorflow/tfjs-layers';
import type { LayerCase } from '../layerCases.js';
import { AttentionPooling1D } from './attentionPooling1D.js';

type Layer = InstanceType<typeof layers.Layer>;
type Settings = Partial<Parameters<typeof layers.lstm>[0]>;
type Recurrent = ReturnType<typeof layers.lstm>;

// The default for recurrent kernels, orthogonal, needs the chained operations of TensorFlow.js; the checks draw all weights anyway.
const plain = { units: 4, recurrentInitializer: 'glorotUniform' } as const;
const recurrentLayers = {
  LSTM: (settings: Settings = {}): Layer => layers.lstm({ ...plain, ...settings }),
  GRU: (settings: Settings = {}): Layer => layers.gru({ ...plain, ...settings }),
  SimpleRNN: (settings: Settings = {}): Layer => layers.simpleRNN({ ...plain, ...settings }),
};
const { LSTM: lstm, GRU: gru, SimpleRNN: simpleRnn } = recurrentLayers;

const inputShape = [5, 3];
const alone = (layer: () => Layer) => (): LayersModel => sequential({ layers: [layer()] });

const variants: readonly [string, Settings][] = [
  ['the defaults of TensorFlow.js', {}],
  ['the defaults of Keras', { recurrentActivation: 'sigmoid' }],
  ['returning sequences', { returnSequences: true }],
  ['going backward', { goBackwards: true }],
  ['going backward, returning sequences', { goBackwards: true, returnSequences: true }],
  ['without bias', { useBias: false }],
  ['one unit', { units: 1 }],
  ['two steps', { inputShape: [2, 3] }],
  ['softsign and elu inside', { activation: 'softsign', recurrentActivation: 'elu' }],
  ['a long sequence of many features', { inputShape: [40, 12], returnSequences: true }],
];

const cellCases = (['LSTM', 'GRU', 'SimpleRNN'] as const).flatMap((layer): LayerCase[] => {
  const build = recurrentLayers[layer];
  return [
    ...variants.map(([what, settings]) => ({
      layer,
      what,
      build: alone(() => build({ inputShape, ...settings })),
    })),
    {
      layer,
      what: 'two layers, a batch of one',
      batch: 1,
      build: () =>
        sequential({ layers: [build({ inputShape, returnSequences: true }), build({ units: 3 })] }),
    },
    { layer, what: 'after a convolution', build: () => sequential({ layers: [convolution(), build()] }) },
  ];
});

/** Leaves its output channels first in the graph. */
function convolution(): Layer {
  return layers.conv1d({ filters: 3, kernelSize: 2, inputShape });
}

type MergeMode = 'concat' | 'sum' | 'mul' | 'ave';

const bidirectional = (layer: Layer, mergeMode: MergeMode, shape = inputShape): Layer =>
  layers.bidirectional({ layer: layer as Recurrent, mergeMode, inputShape: shape });

const bidirectionalCases: readonly LayerCase[] = [
  ...(['concat', 'sum', 'mul', 'ave'] as const).flatMap((mode) =>
    [false, true].map((returnSequences) => ({
      layer: 'Bidirectional',
      what: `${mode} of ${returnSequences ? 'sequences' : 'last outputs'}`,
      build: alone(() => bidirectional(lstm({ units: 2, returnSequences }), mode)),
    })),
  ),
  {
    layer: 'Bidirectional',
    what: 'of a GRU after a convolution',
    build: () =>
      sequential({
        layers: [convolution(), bidirectional(gru({ returnSequences: true }), 'concat', [4, 3])],
      }),
  },
  {
    layer: 'Bidirectional',
    what: 'of a SimpleRNN without bias that goes backward itself',
    build: alone(() =>
      bidirectional(simpleRnn({ returnSequences: true, goBackwards: true, useBias: false }), 'concat'),
    ),
  },
];

const timeDistributed = (layer: Layer, inputShape?: number[]): Layer =>
  layers.timeDistributed({ layer, ...(inputShape && { inputShape }) });

const timeDistributedCases: readonly LayerCase[] = [
  {
    layer: 'TimeDistributed',
    what: 'of a Dense layer with an activation',
    build: alone(() => timeDistributed(layers.dense({ units: 2, activation: 'tanh' }), inputShape)),
  },
  {
    layer: 'TimeDistributed',
    what: 'of Flatten and Dense over blocks of frames',
    build: () =>
      sequential({
        layers: [timeDistributed(layers.flatten(), [4, 3, 2]), timeDistributed(layers.dense({ units: 2 }))],
      }),
  },
  {
    layer: 'TimeDistributed',
    what: 'of a convolution and a pooling, then an LSTM, as over windows of a spectrogram',
    build: () =>
      sequential({
        layers: [
          timeDistributed(layers.conv1d({ filters: 2, kernelSize: 3, activation: 'tanh' }), [3, 5, 2]),
          timeDistributed(layers.globalMaxPooling1d({})),
          lstm({ units: 2 }),
        ],
      }),
  },
  {
    layer: 'TimeDistributed',
    what: 'of an LSTM over blocks of frames',
    build: () => sequential({ layers: [timeDistributed(lstm(), [2, 3, 2]), lstm({ units: 2 })] }),
  },
];

/** Four steps, each an index below five: some rows of the table occur more than once, others never. */
const embeddingCase: LayerCase = {
  layer: 'Embedding',
  what: 'rows that occur more than once',
  build: alone(() => layers.embedding({ inputDim: 5, outputDim: 3, inputLength: 4 })),
  integersBelow: 5,
};

const attentionCases: readonly LayerCase[] = [
  {
    layer: 'AttentionPooling1D',
    what: 'alone',
    build: alone(() => new AttentionPooling1D({ inputShape })),
  },
  {
    layer: 'AttentionPooling1D',
    what: 'after a bidirectional LSTM, as in emotion recognition',
    build: () =>
      sequential({
        layers: [bidirectional(lstm({ returnSequences: true }), 'concat'), new AttentionPooling1D({})],
      }),
  },
  {
    layer: 'AttentionPooling1D',
    what: 'after a convolution',
    build: () => sequential({ layers: [convolution(), new AttentionPooling1D({})] }),
  },
];

/** Layers over time. */
export const recurrentCases: readonly LayerCase[] = [
  ...cellCases,
  ...bidirectionalCases,
  ...timeDistributedCases,
  embeddingCase,
  ...attentionCases,
];
