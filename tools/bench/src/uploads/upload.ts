import { openAsBlob } from 'node:fs';

/** How a server answered an upload. */
export interface UploadOutcome {
  readonly status: number;
  readonly ms: number;
  readonly label: string | undefined;
  readonly nSegments: number;
}

/** Uploads a recording, and waits for the answer. */
export async function upload(address: string, path: string, query = ''): Promise<UploadOutcome> {
  const body = await openAsBlob(path);
  const start = performance.now();
  const response = await fetch(`${address}/predict${query}`, { method: 'POST', body });
  const answer = (await response.json()) as {
    readonly label?: string;
    readonly segments?: readonly unknown[];
  };
  const { label, segments = [] } = answer;
  return { status: response.status, ms: performance.now() - start, label, nSegments: segments.length };
}
