/** A file whose bytes are read in pieces: on disk, in a `Blob`, or in memory. */
export interface AudioSource {
  /** In bytes. */
  readonly size: number;

  /** The bytes from `start` up to `end`, both within the file. */
  read(start: number, end: number): Promise<Uint8Array>;
}

/** Bytes in memory or a `Blob` as a source; a source is returned as it is. */
export function audioSource(input: Uint8Array | Blob | AudioSource): AudioSource {
  if (input instanceof Uint8Array) return bytesSource(input);
  return input instanceof Blob ? blobSource(input) : input;
}

function bytesSource(bytes: Uint8Array): AudioSource {
  return { size: bytes.length, read: (start, end) => Promise.resolve(bytes.subarray(start, end)) };
}

function blobSource(blob: Blob): AudioSource {
  return {
    size: blob.size,
    read: async (start, end) => new Uint8Array(await blob.slice(start, end).arrayBuffer()),
  };
}
