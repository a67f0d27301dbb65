import type { SoundFormat } from '@ser/audio-io';

/** The formats that `@ser/audio-io` reads, by the file extensions (lower case) that they may have. */
const formatsOf: Readonly<Record<string, readonly SoundFormat[]>> = {
  '.wav': ['WAV'],
  '.flac': ['FLAC'],
  '.aiff': ['AIFF', 'AIFF-C'],
  '.aif': ['AIFF', 'AIFF-C'],
  '.aifc': ['AIFF', 'AIFF-C'],
  '.mp3': ['MP3'],
  '.ogg': ['Ogg Vorbis', 'Ogg Opus', 'Ogg FLAC'],
  '.oga': ['Ogg FLAC', 'Ogg Vorbis', 'Ogg Opus'],
  '.opus': ['Ogg Opus'],
  '.webm': ['WebM or Matroska'],
  '.weba': ['WebM or Matroska'],
  '.mka': ['WebM or Matroska'],
  '.m4a': ['M4A or MP4'],
  '.mp4': ['M4A or MP4'],
  '.3gp': ['M4A or MP4'],
  '.mov': ['M4A or MP4'],
  '.caf': ['Core Audio'],
  '.aac': ['AAC'],
  '.amr': ['AMR'],
};

/** Extensions of formats that always keep each sample, so that such a copy is preferred. */
const losslessExtensions: readonly string[] = ['.wav', '.flac', '.aiff', '.aif', '.aifc', '.caf'];

/** The file extensions of recordings, lower case. */
export const audioExtensions: readonly string[] = Object.keys(formatsOf);

/** Whether the extension is that of a format that may be lossy. Such a file is only used if there is no lossless copy. */
export function isLossy(path: string): boolean {
  return !losslessExtensions.includes(fileExtension(path));
}

/** Whether the extension matches the format. */
export function namesFormat(path: string, format: SoundFormat): boolean {
  return formatsOf[fileExtension(path)]?.includes(format) ?? false;
}

/** Whether the path names a recording: an audio extension in upper or lower case, and not a system file. */
export function isAudioFile(path: string): boolean {
  return audioExtensions.includes(fileExtension(path)) && !isSystemFile(path);
}

/** The file name without folders and extension: `03-01` for `Actor_01/03-01.wav`. */
export function fileStem(path: string): string {
  const name = fileName(path);
  return name.slice(0, name.length - fileExtension(name).length);
}

/** The extension with its dot, lower case: `.wav` for `A.WAV`; `''` if there is none. */
export function fileExtension(path: string): string {
  const name = fileName(path);
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(dot).toLowerCase() : '';
}

/** Whether the path is in a `__MACOSX` folder, a `._name` resource fork, or `.DS_Store`, as in zip files from a Mac. */
export function isSystemFile(path: string): boolean {
  return path
    .split(/[/\\]/)
    .some((part) => part === '__MACOSX' || part === '.DS_Store' || part.startsWith('._'));
}

function fileName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}
