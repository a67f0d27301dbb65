/** The folder with the corpora, from the environment variable `SER_CORPORA`. */
export function corporaFolder(): string {
  const folder = process.env['SER_CORPORA'];
  if (folder !== undefined) return folder;
  throw new Error(
    'Error: `SER_CORPORA` must be the folder with the corpora; it is not set. Set it, such as to data.',
  );
}
