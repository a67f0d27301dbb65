import { layers } from '@tensorflow/tfjs-layers';

/** An Elman cell with all weights 1 and a ReLU, for inputs `[3, 1]`: it adds up its inputs. */
export function summingLayer(settings: Partial<Parameters<typeof layers.simpleRNN>[0]>) {
  return layers.simpleRNN({
    units: 1,
    activation: 'relu',
    kernelInitializer: 'ones',
    recurrentInitializer: 'ones',
    inputShape: [3, 1],
    ...settings,
  });
}
