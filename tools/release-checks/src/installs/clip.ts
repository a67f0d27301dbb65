import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { encodeWav } from '@ser/audio-io';
import { workspaceRoot } from '../workspace.js';

/** A recording of EmoDB, or without the corpora a tone whose level rises four times a second, like syllables. */
export function clipFile(): Uint8Array {
  const corpora = process.env['SER_CORPORA'] ?? resolve(workspaceRoot, '../shared/corpora');
  const recording = join(corpora, 'emodb/03a01Wa.flac');
  return existsSync(recording) ? readFileSync(recording) : encodeWav({ samples: tone(), sampleRate: 16000 });
}

function tone(): Float32Array {
  return Float32Array.from({ length: 32000 }, (_, n) => 0.5 * Math.sin(n / 20) * Math.sin(n / 1274) ** 2);
}
