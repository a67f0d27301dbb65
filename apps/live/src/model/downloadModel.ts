/** A file of the page. */
interface PageFile {
  readonly file: string;
  readonly bytes: number;
}

/** Bytes so far, and in all. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

/**
 * Downloads the files of a bundled model, which the browser keeps, so that the worker's imports find them. Without the list
 * of files, in the development server, it does nothing.
 */
export async function downloadModel(name: string, onProgress: (progress: Progress) => void): Promise<void> {
  const files = await filesOf(name);
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  for (const { file } of files) {
    const { body } = await fetch(file);
    for (const reader = body!.getReader(); ;) {
      const { value } = await reader.read();
      if (!value) break;
      done += value.length;
      onProgress({ done, total });
    }
  }
}

async function filesOf(name: string): Promise<readonly PageFile[]> {
  const response = await fetch('models.json');
  if (!response.ok || !response.headers.get('Content-Type')?.includes('json')) return [];
  return ((await response.json()) as Record<string, readonly PageFile[]>)[name] ?? [];
}
