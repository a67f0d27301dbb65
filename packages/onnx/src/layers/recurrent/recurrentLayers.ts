import { gruCell } from './gruCell.js';
import { lstmCell } from './lstmCell.js';
import { type RecurrentBuild, recurrentLayer } from './recurrentLayer.js';
import { simpleRnnCell } from './simpleRnnCell.js';

/** The recurrent layers by Keras's class names. */
export const recurrentLayers: Readonly<Record<string, RecurrentBuild>> = {
  GRU: recurrentLayer(gruCell),
  LSTM: recurrentLayer(lstmCell),
  SimpleRNN: recurrentLayer(simpleRnnCell),
};
