/** The parts of the Web Audio and media capture APIs that the microphone uses. */
export interface MediaStreamLike {
  getTracks(): readonly MediaTrackLike[];
}

export interface MediaTrackLike {
  stop(): void;
  addEventListener(event: 'ended', listener: () => void): void;
}

export interface AudioNodeLike {
  connect(target: AudioNodeLike): void;
  disconnect(): void;
}

export interface WorkletNodeLike extends AudioNodeLike {
  readonly port: { onmessage: ((event: { readonly data: Float32Array }) => void) | null };
}

export interface AudioContextLike {
  readonly sampleRate: number;
  readonly audioWorklet: { addModule(url: string): Promise<void> } | undefined;
  createMediaStreamSource(stream: MediaStreamLike): AudioNodeLike;
  resume(): Promise<void>;
  close(): Promise<void>;
}

export interface WebAudio {
  readonly AudioContext: new () => AudioContextLike;
  readonly AudioWorkletNode: new (
    context: AudioContextLike,
    name: string,
    options: { readonly numberOfOutputs: number },
  ) => WorkletNodeLike;
  getUserMedia(constraints: { readonly audio: Readonly<Record<string, unknown>> }): Promise<MediaStreamLike>;
}

/** @returns undefined where this is not a page, or not a secure one */
export function webAudio(): WebAudio | undefined {
  const page = globalThis as unknown as Pick<WebAudio, 'AudioContext' | 'AudioWorkletNode'> & {
    readonly navigator?: { readonly mediaDevices?: Pick<WebAudio, 'getUserMedia'> };
  };
  const devices = page.navigator?.mediaDevices;
  if (!devices || !page.AudioContext || !page.AudioWorkletNode) return undefined;
  return {
    AudioContext: page.AudioContext,
    AudioWorkletNode: page.AudioWorkletNode,
    getUserMedia: (constraints) => devices.getUserMedia(constraints),
  };
}
