import { deriveSeed, invalidOption, purposes } from '@ser/core';
import { initializers, layers, type LayersModel, regularizers, sequential } from '@tensorflow/tfjs-layers';
import { attentionPooling1d } from '../layers/attentionPooling1d.js';
import type { RecurrentBlock } from './cnnLstmDescription.js';
import type { DenseDescription } from './denseDescription.js';
import { drawRecurrentWeights } from './drawRecurrentWeights.js';
import type { NetworkShape } from './networkDescription.js';
import type { SharedSettings } from './sharedSettings.js';

type Activation = NonNullable<DenseDescription['activation']> | 'softmax';
type Pair = [number, number];

/** Larger networks do not fit into the memory of usual computers during training. */
const maxWeights = 2 ** 25;

interface FirstLayerOptions {
  readonly inputShape?: number[];
}

/**
 * A Sequential model that grows layer by layer. It holds what all layers of a network share: the seeds of the weights,
 * the L2 penalty of kernels, and the momentum of batch normalization. Initial kernels are Glorot uniform, biases 0.
 *
 * @see Glorot and Bengio, 2010, https://proceedings.mlr.press/v9/glorot10a.html
 */
export class LayerStack {
  readonly #model = sequential();
  readonly #seed: number;
  readonly #l2: number;
  readonly #momentum: number;
  #nSeeds = 0;
  #nWeights = 0;
  #input: FirstLayerOptions;

  constructor({
    inputShape,
    seed,
    l2 = 0,
    batchNormalizationMomentum = 0.99,
  }: NetworkShape & SharedSettings) {
    this.#input = { inputShape: [...inputShape] };
    this.#seed = seed;
    this.#l2 = l2;
    this.#momentum = batchNormalizationMomentum;
  }

  convolution1d(filters: number, kernelSize: number): void {
    this.#reserve(filters * kernelSize * this.#nInputs());
    const window = { filters, kernelSize, padding: 'same', activation: 'relu' } as const;
    this.#add((input) => layers.conv1d({ ...window, ...this.#kernel(), ...input }));
  }

  convolution2d(filters: number, kernelSize: Pair): void {
    this.#reserve(filters * kernelSize[0] * kernelSize[1] * this.#nInputs());
    const window = { filters, kernelSize, padding: 'same', activation: 'relu' } as const;
    this.#add((input) => layers.conv2d({ ...window, ...this.#kernel(), ...input }));
  }

  dense(units: number, activation: Activation): void {
    this.#reserve(units * this.#nInputs());
    this.#add((input) => layers.dense({ units, activation, ...this.#kernel(), ...input }));
  }

  recurrent({ cell = 'lstm', units, bidirectional = false }: RecurrentBlock, returnSequences: boolean): void {
    this.#reserve(4 * units * (units + this.#nInputs()) * (bidirectional ? 2 : 1));
    const penalty = this.#penalty();
    const options = {
      units,
      returnSequences,
      recurrentActivation: 'sigmoid', // as in Keras; TensorFlow.js kept the hard sigmoid of Keras 1
      kernelInitializer: 'zeros',
      recurrentInitializer: 'zeros',
      ...(penalty && { kernelRegularizer: penalty, recurrentRegularizer: penalty }),
    } as const;
    const layer = this.#add((input) =>
      bidirectional
        ? layers.bidirectional({ layer: layers[cell](options), mergeMode: 'concat', ...input })
        : layers[cell]({ ...options, ...input }),
    );
    drawRecurrentWeights(layer, cell, () => this.#nextSeed());
  }

  attentionPooling(): void {
    this.#add((input) => attentionPooling1d({ seed: this.#nextSeed(), ...input }));
  }

  batchNormalization(): void {
    this.#add((input) => layers.batchNormalization({ momentum: this.#momentum, ...input }));
  }

  /** @param strides with it, windows overlap and the edges are padded; without it, windows are adjacent */
  maxPooling1d(poolSize: number, strides?: number): void {
    const step = strides === undefined ? {} : ({ strides, padding: 'same' } as const);
    this.#add((input) => layers.maxPooling1d({ poolSize, ...step, ...input }));
  }

  maxPooling2d(poolSize: Pair): void {
    this.#add((input) => layers.maxPooling2d({ poolSize, ...input }));
  }

  averagePooling1d(): void {
    this.#add((input) => layers.globalAveragePooling1d(input));
  }

  averagePooling2d(): void {
    this.#add((input) => layers.globalAveragePooling2d(input));
  }

  /** A rate of 0 adds no layer. */
  dropout(rate: number): void {
    if (rate > 0) this.#add((input) => layers.dropout({ rate, ...input }));
  }

  flatten(): void {
    this.#add((input) => layers.flatten(input));
  }

  reshape(targetShape: number[]): void {
    this.#add((input) => layers.reshape({ targetShape, ...input }));
  }

  /** Adds a softmax over the classes. @returns the model */
  classifier(nClasses: number): LayersModel {
    this.dense(nClasses, 'softmax');
    return this.#model;
  }

  /** Size of the last axis of what the layers so far give. */
  #nInputs(): number {
    const shape = this.#input.inputShape ?? this.#model.outputs[0]?.shape;
    return shape?.at(-1) ?? 1;
  }

  /** Counts the weights of a layer before it is built. @throws {SerError} `invalid-option` */
  #reserve(nWeights: number): void {
    this.#nWeights += nWeights;
    if (this.#nWeights <= maxWeights) return;
    const fix = 'Use fewer or smaller layers, or fewer features.';
    throw invalidOption('network', `at most ${maxWeights} weights`, this.#nWeights, fix);
  }

  /** @param create receives the shape of an example for the first layer, and nothing for the others */
  #add(create: (input: FirstLayerOptions) => layers.Layer): layers.Layer {
    const layer = create(this.#input);
    this.#model.add(layer);
    this.#input = {};
    return layer;
  }

  #kernel() {
    const penalty = this.#penalty();
    return {
      kernelInitializer: initializers.glorotUniform({ seed: this.#nextSeed() }),
      ...(penalty && { kernelRegularizer: penalty }),
    };
  }

  #penalty() {
    return this.#l2 > 0 ? regularizers.l2({ l2: this.#l2 }) : undefined;
  }

  #nextSeed(): number {
    return deriveSeed(this.#seed, purposes.weights, this.#nSeeds++);
  }
}
