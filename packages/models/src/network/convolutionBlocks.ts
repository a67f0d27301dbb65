import { ModelError } from '../errors.js';
import type { ConvolutionBlock } from './convolutionBlock.js';
import type { LayerStack } from './layerStack.js';

/** Adds blocks of 1-D convolution to a network. */
export function addConvolutionBlocks(stack: LayerStack, blocks: readonly ConvolutionBlock[]): void {
  for (const { filters, kernelSize, poolSize = 2, batchNormalization = false, dropout = 0 } of blocks) {
    stack.convolution1d(filters, kernelSize);
    if (batchNormalization) stack.batchNormalization();
    if (poolSize > 1) stack.maxPooling1d(poolSize);
    stack.dropout(dropout);
  }
}

/** @throws {SerError} `invalid-network` when pooling leaves no frames; the message names the block */
export function requireFramesLeft(nInput: number, blocks: readonly ConvolutionBlock[]): void {
  let nFrames = nInput;
  blocks.forEach(({ poolSize = 2 }, i) => {
    const pooled = Math.floor(nFrames / poolSize);
    if (pooled < 1) {
      throw new ModelError(
        'invalid-network',
        `\`convolutions[${i}].poolSize\` of ${poolSize} leaves none of ${nFrames} frames (the input has ` +
          `${nInput}). Use a smaller pool size, fewer blocks, or longer clips.`,
      );
    }
    nFrames = pooled;
  });
}
