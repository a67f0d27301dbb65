import type { LoadEvent } from '@ser/recognizer';

/** A file of the page. */
interface PageFile {
  readonly file: string;
  readonly bytes: number;
}

/**
 * Downloads the files of a bundled model, which the browser keeps, so that the worker's imports find them. Without the list
 * of files, in the development server, it does nothing.
 *
 * @param onEvent called as by `Recognizer.load`: at the start for each file, and for each part that arrives
 */
export async function downloadModel(name: string, onEvent: (event: LoadEvent) => void): Promise<void> {
  const files = await filesOf(name);
  for (const { file, bytes } of files) onEvent({ type: 'download', file, received: 0, total: bytes });
  for (const { file, bytes } of files) {
    const { body } = await fetch(file);
    let received = 0;
    for (const reader = body!.getReader(); ;) {
      const { value } = await reader.read();
      if (!value) break;
      received += value.length;
      onEvent({ type: 'download', file, received, total: bytes });
    }
  }
}

async function filesOf(name: string): Promise<readonly PageFile[]> {
  const response = await fetch('models.json');
  if (!response.ok || !response.headers.get('Content-Type')?.includes('json')) return [];
  return ((await response.json()) as Record<string, readonly PageFile[]>)[name] ?? [];
}
