import { formatAnnotations } from '@ser/recognizer';
import { type Recording, recordingRate } from '../audio/recording.js';
import type { Speaker } from '../state/speaker.js';
import { sessionRows } from './sessionRows.js';

export const exportFormats = ['csv', 'vtt', 'json', 'wav'] as const;
export type ExportFormat = (typeof exportFormats)[number];

const types: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv',
  vtt: 'text/vtt',
  json: 'application/json',
  wav: 'audio/wav',
};

/** A session as a file: the utterances of all speakers as a table, captions, or JSON; or its audio. */
export async function sessionFile(
  format: ExportFormat,
  speakers: readonly Speaker[],
  recording: Recording,
): Promise<Blob> {
  const content = format === 'wav' ? await wavOf(recording) : textOf(format, speakers);
  return new Blob([content], { type: types[format] });
}

function textOf(format: 'csv' | 'vtt' | 'json', speakers: readonly Speaker[]): string {
  const rows = sessionRows(speakers);
  return format === 'json' ? `${JSON.stringify(rows, null, 2)}\n` : formatAnnotations(rows, { format });
}

async function wavOf(recording: Recording): Promise<Uint8Array<ArrayBuffer>> {
  const { encodeWav } = await import('@ser/audio-io');
  const samples = await recording.slice(0, recording.duration);
  return encodeWav({ samples, sampleRate: recordingRate }) as Uint8Array<ArrayBuffer>;
}
