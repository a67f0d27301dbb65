import { requireNumber } from '@ser/core';
import { captureProgram, processorName } from './captureProcessor.js';
import { ChunkQueue } from './chunkQueue.js';
import { MicrophoneError, microphoneError, microphoneUnavailable } from './microphoneError.js';
import { type MediaStreamLike, type WebAudio, webAudio, type WorkletNodeLike } from './webAudio.js';

export interface MicrophoneOptions {
  /** Stops the microphone: the chunks end with the signal's reason as an error. */
  readonly signal?: AbortSignal | undefined;
  /** Which microphone, from `navigator.mediaDevices.enumerateDevices()`. @default the one that the user chose as default */
  readonly deviceId?: string | undefined;
  /**
   * Whether the browser may cancel echo, reduce noise, and adjust the gain. All three are made for telephony and change
   * how a voice sounds.
   *
   * @default false
   */
  readonly voiceProcessing?: boolean | undefined;
  /**
   * How much audio may wait to be read, in seconds, above 0: more of it is an error, not lost audio.
   *
   * @default 30
   */
  readonly maxDelay?: number | undefined;
  /**
   * URL of a script with the text of `captureProgram`, for pages whose content security policy does not allow `blob:`.
   *
   * @default a blob URL
   */
  readonly workletUrl?: string | undefined;
}

/** A microphone that is open. */
export interface Microphone {
  /** The rate of the device, in Hz. */
  readonly sampleRate: number;
  /** Blocks of 1024 samples of one channel, without gaps. Read them once, with `for await` or a recognizer's `stream`. */
  readonly chunks: AsyncIterableIterator<Float32Array>;
  /** Closes the device; the chunks end. */
  stop(): void;
}

/**
 * Opens the microphone of a page, at the device's own rate. The audio is captured by an AudioWorklet, so a busy page
 * loses none.
 *
 * @throws {SerError} a code of `MicrophoneErrorCode`; `invalid-option`
 *
 * @example
 * const { chunks, sampleRate, stop } = await microphone();
 * for await (const { start, label } of recognizer.stream(chunks, { sampleRate })) console.log(start, label);
 */
export async function microphone(options: MicrophoneOptions = {}): Promise<Microphone> {
  const { signal, maxDelay = 30 } = options;
  requireNumber('maxDelay', maxDelay, { above: 0 });
  const audio = webAudio();
  if (!audio) throw microphoneUnavailable();
  signal?.throwIfAborted();
  const stream = await audio.getUserMedia({ audio: constraints(options) }).catch((cause: unknown) => {
    throw microphoneError(cause);
  });
  try {
    signal?.throwIfAborted();
    return await capture(audio, stream, { ...options, maxDelay });
  } catch (error) {
    stopTracks(stream);
    throw error;
  }
}

async function capture(
  audio: WebAudio,
  stream: MediaStreamLike,
  { signal, maxDelay, workletUrl }: MicrophoneOptions & { readonly maxDelay: number },
): Promise<Microphone> {
  const context = new audio.AudioContext();
  const { sampleRate } = context;
  const close = () => {
    stopTracks(stream);
    void context.close().catch(() => undefined); // it is already closed
  };
  try {
    const node = await captureNode(audio, context, workletUrl);
    const queue = new ChunkQueue(maxDelay * sampleRate, () => overrun(maxDelay), close);
    node.port.onmessage = ({ data }) => queue.push(data);
    const source = context.createMediaStreamSource(stream);
    source.connect(node);
    const stop = () => {
      node.port.onmessage = null;
      queue.end();
      close();
    };
    signal?.addEventListener('abort', () => queue.fail(signal.reason), { once: true });
    for (const track of stream.getTracks()) track.addEventListener('ended', () => queue.fail(disconnected()));
    await context.resume();
    signal?.throwIfAborted();
    return { sampleRate, chunks: queue, stop };
  } catch (error) {
    close();
    throw error;
  }
}

async function captureNode(
  audio: WebAudio,
  context: InstanceType<WebAudio['AudioContext']>,
  workletUrl: string | undefined,
): Promise<WorkletNodeLike> {
  if (!context.audioWorklet) throw microphoneUnavailable();
  const url = workletUrl ?? URL.createObjectURL(new Blob([captureProgram], { type: 'text/javascript' }));
  try {
    await context.audioWorklet.addModule(url);
  } finally {
    if (workletUrl === undefined) URL.revokeObjectURL(url);
  }
  return new audio.AudioWorkletNode(context, processorName, { numberOfOutputs: 0 });
}

function constraints({ deviceId, voiceProcessing = false }: MicrophoneOptions) {
  return {
    ...(deviceId !== undefined && { deviceId: { exact: deviceId } }),
    echoCancellation: voiceProcessing,
    noiseSuppression: voiceProcessing,
    autoGainControl: voiceProcessing,
  };
}

function stopTracks(stream: MediaStreamLike): void {
  for (const track of stream.getTracks()) track.stop();
}

function overrun(maxDelay: number): MicrophoneError {
  return new MicrophoneError(
    'microphone-overrun',
    `The audio of the microphone must be read within ${maxDelay} s. Use a longer \`hop\` or a smaller model, or raise \`maxDelay\`.`,
  );
}

function disconnected(): MicrophoneError {
  return new MicrophoneError(
    'microphone-disconnected',
    'The microphone was removed, or its permission withdrawn. Connect or allow it, and open it again.',
  );
}
