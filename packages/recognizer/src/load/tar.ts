import { RecognizerError } from '../errors.js';
import { modelFiles, type RecognizerFiles } from '../format/modelFiles.js';

const blockSize = 512;

/** Fields of a header block: offset and length in bytes. */
const field = {
  name: [0, 100],
  mode: [100, 8],
  owner: [108, 8],
  group: [116, 8],
  size: [124, 12],
  modified: [136, 12],
  checksum: [148, 8],
  type: [156, 1],
  magic: [257, 8],
} as const;

/**
 * Packs files into a tar archive (POSIX ustar), without owner and time: the same files give the same bytes.
 *
 * @throws {SerError} `invalid-option` for a file name longer than the format allows
 * @see https://pubs.opengroup.org/onlinepubs/9699919799/utilities/pax.html#tag_20_92_13_06
 */
export function packTar(files: RecognizerFiles): Uint8Array {
  const names = Object.keys(files).sort();
  const sizes = names.map((name) => blockSize + padded(files[name]!.length));
  const archive = new Uint8Array(sizes.reduce((sum, size) => sum + size, 2 * blockSize));
  let start = 0;
  names.forEach((name, i) => {
    archive.set(header(name, files[name]!.length), start);
    archive.set(files[name]!, start + blockSize);
    start += sizes[i]!;
  });
  return archive;
}

/**
 * The regular files of a tar archive of a model, by their names within the model's folder.
 *
 * @throws {SerError} `model-corrupt` if the bytes are not a tar archive or it is cut short
 */
export function unpackTar(archive: Uint8Array): RecognizerFiles {
  if (!isTar(archive))
    refuse('The bytes are not a tar archive. Pack a model with `tar -cf model.tar -C MODEL_FOLDER .`');
  const files = Object.create(null) as Record<string, Uint8Array>;
  for (let start = 0; start + blockSize <= archive.length && archive[start] !== 0;) {
    const head = archive.subarray(start, start + blockSize);
    const size = sizeOf(head);
    const end = start + blockSize + size;
    if (end > archive.length) refuse('The archive is cut short. Copy or download it again.');
    const isFile = ['', '0'].includes(textOf(head, 'type'));
    if (isFile) files[textOf(head, 'name')] = archive.slice(start + blockSize, end);
    start += blockSize + padded(size);
  }
  return withinModel(files);
}

/** The files beside `recognizer.json` and in folders there; a model may be packed with or without its own folder. */
function withinModel(files: RecognizerFiles): RecognizerFiles {
  const isRecognizer = (name: string) => name.split('/').at(-1) === modelFiles.recognizer;
  const folder = Object.keys(files).find(isRecognizer)?.slice(0, -modelFiles.recognizer.length) ?? '';
  const own = Object.entries(files).filter(([name]) => name.startsWith(folder));
  return Object.fromEntries(own.map(([name, bytes]) => [name.slice(folder.length), bytes]));
}

/** Whether bytes start like a tar archive. */
export function isTar(bytes: Uint8Array): boolean {
  return bytes.length >= blockSize && textOf(bytes, 'magic').startsWith('ustar');
}

function header(name: string, size: number): Uint8Array {
  const [, longest] = field.name;
  if (new TextEncoder().encode(name).length > longest) {
    throw new RecognizerError(
      'invalid-option',
      `A file name in a packed model must have at most ${longest} bytes; got \`${name}\`. Give the classifier a shorter name.`,
    );
  }
  const head = new Uint8Array(blockSize);
  write(head, 'name', name);
  write(head, 'mode', '0000644\0');
  write(head, 'owner', '0000000\0');
  write(head, 'group', '0000000\0');
  write(head, 'size', `${size.toString(8).padStart(11, '0')}\0`);
  write(head, 'modified', '00000000000\0');
  write(head, 'type', '0');
  write(head, 'magic', 'ustar\u000000');
  // the checksum is computed with blanks in its own field
  write(head, 'checksum', ' '.repeat(8));
  const sum = head.reduce((total, byte) => total + byte, 0);
  write(head, 'checksum', `${sum.toString(8).padStart(6, '0')}\0 `);
  return head;
}

function write(head: Uint8Array, name: keyof typeof field, text: string): void {
  head.set(new TextEncoder().encode(text), field[name][0]);
}

function textOf(head: Uint8Array, name: keyof typeof field): string {
  const [start, length] = field[name];
  return new TextDecoder()
    .decode(head.subarray(start, start + length))
    .split('\0')[0]!
    .trim();
}

/** The size of a file: octal digits. */
function sizeOf(head: Uint8Array): number {
  const digits = textOf(head, 'size');
  if (!/^[0-7]+$/.test(digits)) {
    refuse(
      `The size of a file must be an octal number; got ${JSON.stringify(digits)}. Pack the model again.`,
    );
  }
  return parseInt(digits, 8);
}

function padded(size: number): number {
  return Math.ceil(size / blockSize) * blockSize;
}

function refuse(message: string): never {
  throw new RecognizerError('model-corrupt', `The packed model cannot be read. ${message}`);
}
