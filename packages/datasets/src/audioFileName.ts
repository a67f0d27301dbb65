import type { SoundFormat } from '@ser/audio-io';

/** What the files of an extension are, lower case, of the formats that `@ser/audio-io` reads. */
const formatsOf: Readonly<Record<string, readonly SoundFormat[]>> = {
  '.wav': ['WAV'],
  '.flac': ['FLAC'],
  '.aiff': ['AIFF', 'AIFF-C'],
  '.aif': ['AIFF', 'AIFF-C'],
  '.aifc': ['AIFF', 'AIFF-C'],
  '.mp3': ['MP3'],
  '.ogg': ['Ogg Vorbis', 'Ogg Opus', 'Ogg FLAC'],
  '.opus': ['Ogg Opus'],
};

const lossyExtensions: readonly string[] = ['.mp3', '.ogg', '.opus'];

/** The extensions of recordings, lower case. */
export const audioExtensions: readonly string[] = Object.keys(formatsOf);

/** Whether a recording has lost something, by its name: it counts only where no other form of it is there. */
export function isLossy(path: string): boolean {
  return lossyExtensions.includes(fileExtension(path));
}

/** Whether a recording of some format may have that name. */
export function namesFormat(path: string, format: SoundFormat): boolean {
  return formatsOf[fileExtension(path)]?.includes(format) ?? false;
}

/** Whether a path names a recording: extension in any case, and not one of the files an operating system leaves behind. */
export function isAudioFile(path: string): boolean {
  return audioExtensions.includes(fileExtension(path)) && !isSystemFile(path);
}

/** The file's name without folders and extension: `Actor_01/03-01.wav` is `03-01`. */
export function fileStem(path: string): string {
  const name = fileName(path);
  return name.slice(0, name.length - fileExtension(name).length);
}

/** The extension with its dot, lower case, `''` when there is none: `A.WAV` has `.wav`. */
export function fileExtension(path: string): string {
  const name = fileName(path);
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(dot).toLowerCase() : '';
}

/** `__MACOSX` folders, `._name` resource forks and `.DS_Store` come with zip files made on a Mac. */
export function isSystemFile(path: string): boolean {
  return path
    .split(/[/\\]/)
    .some((part) => part === '__MACOSX' || part === '.DS_Store' || part.startsWith('._'));
}

function fileName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}
