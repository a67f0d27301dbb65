import { activation } from './activation.js';
import { add } from './add.js';
import { arcCosineSimilarity } from './arcCosineSimilarity.js';
import { attentionPooling1D } from './attentionPooling1D.js';
import { average } from './average.js';
import { averagePooling } from './averagePooling.js';
import { batchNormalization } from './batchNormalization.js';
import { bidirectional } from './bidirectional.js';
import { concatenate } from './concatenate.js';
import { conv } from './conv.js';
import { cropping2D } from './cropping2D.js';
import { dense } from './dense.js';
import { depthwiseConv2D } from './depthwiseConv2D.js';
import { dropout } from './dropout.js';
import { elu } from './elu.js';
import { embedding } from './embedding.js';
import { flatten } from './flatten.js';
import { globalAveragePooling } from './globalAveragePooling.js';
import { globalMaxPooling } from './globalMaxPooling.js';
import { inputLayer } from './inputLayer.js';
import type { LayerDefinition } from './layerDefinition.js';
import { layerNormalization } from './layerNormalization.js';
import { leakyReLU } from './leakyReLU.js';
import { maximum } from './maximum.js';
import { maxPooling } from './maxPooling.js';
import { minimum } from './minimum.js';
import { multiply } from './multiply.js';
import { permute } from './permute.js';
import { rbfSimilarity } from './rbfSimilarity.js';
import { recurrent } from './recurrent.js';
import { relu } from './relu.js';
import { repeatVector } from './repeatVector.js';
import { reshape } from './reshape.js';
import { separableConv2D } from './separableConv2D.js';
import { softmax } from './softmax.js';
import { spatialDropout1D } from './spatialDropout1D.js';
import { timeDistributed } from './timeDistributed.js';
import { upSampling2D } from './upSampling2D.js';
import { zeroPadding2D } from './zeroPadding2D.js';

/** All supported layers. To add one, import it, add a line here, and add a case in `test/cases`. */
export const layerDefinitions: readonly LayerDefinition[] = [
  activation,
  add,
  arcCosineSimilarity,
  attentionPooling1D,
  average,
  averagePooling,
  batchNormalization,
  bidirectional,
  concatenate,
  conv,
  cropping2D,
  dense,
  depthwiseConv2D,
  dropout,
  elu,
  embedding,
  flatten,
  globalAveragePooling,
  globalMaxPooling,
  inputLayer,
  layerNormalization,
  leakyReLU,
  maximum,
  maxPooling,
  minimum,
  multiply,
  permute,
  rbfSimilarity,
  recurrent,
  relu,
  repeatVector,
  reshape,
  separableConv2D,
  softmax,
  spatialDropout1D,
  timeDistributed,
  upSampling2D,
  zeroPadding2D,
];

/** Keras class names of the supported layers, sorted. */
export const supportedLayers: readonly string[] = layerDefinitions
  .flatMap((definition) => definition.classNames)
  .sort();
