import type { MultichannelAudio, RecordingResampler } from '@ser/dsp';

export interface ConvertedBlocksOptions {
  /** In Hz. @default the rate of the recording */
  readonly sampleRate?: number | undefined;
  /** Whether to mix all channels down to one. @default false */
  readonly mono?: boolean | undefined;
}

/** The blocks of a recording, mixed down and resampled. */
export async function* convertedBlocks(
  blocks: AsyncIterable<MultichannelAudio>,
  { sampleRate, mono = false }: ConvertedBlocksOptions,
): AsyncGenerator<MultichannelAudio> {
  const { mixDown, RecordingResampler: Resampler } = await import('@ser/dsp');
  let resamplers: readonly RecordingResampler[] | undefined;
  let rate = 0;
  for await (const block of blocks) {
    const channels = mono ? [mixDown(block).samples] : block.channels;
    rate = sampleRate ?? block.sampleRate;
    resamplers ??= channels.map(() => new Resampler({ from: block.sampleRate, to: rate }));
    const converted = resamplers.map((resampler, i) => resampler.push(channels[i]!));
    yield { channels: converted, sampleRate: rate };
  }
  if (resamplers) yield { channels: resamplers.map((resampler) => resampler.end()), sampleRate: rate };
}
