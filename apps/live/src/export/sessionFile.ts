import { type Recording, recordingRate } from '../audio/recording.js';
import { confidenceOf, shownLabel, type Utterance } from '../state/utterance.js';

export const exportFormats = ['csv', 'vtt', 'json', 'wav'] as const;
export type ExportFormat = (typeof exportFormats)[number];

const types: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv',
  vtt: 'text/vtt',
  json: 'application/json',
  wav: 'audio/wav',
};

/** A session as a file: its utterances as a table, captions, or JSON; or its audio. */
export async function sessionFile(
  format: ExportFormat,
  utterances: readonly Utterance[],
  recording: Recording,
): Promise<Blob> {
  const content = format === 'wav' ? await wavOf(recording) : await textOf(format, utterances);
  return new Blob([content], { type: types[format] });
}

async function textOf(format: 'csv' | 'vtt' | 'json', utterances: readonly Utterance[]): Promise<string> {
  const spoken = utterances.filter(({ speech }) => speech);
  if (format === 'json') return `${JSON.stringify(spoken.map(exported), null, 2)}\n`;
  const { formatAnnotations } = await import('@ser/recognizer');
  const annotations = spoken.map((utterance) => ({
    start: utterance.start,
    end: utterance.end,
    label: shownLabel(utterance),
    confidence: confidenceOf(utterance),
  }));
  return formatAnnotations(annotations, { format });
}

/** What JSON has of an utterance: its label, what was recognized, and all probabilities. */
function exported(utterance: Utterance) {
  const { start, end, speaker, label, corrected, calibrated, probabilities } = utterance;
  return {
    ...{ start, end, speaker, label: shownLabel(utterance), confidence: confidenceOf(utterance) },
    ...{ recognized: label, isCorrected: corrected !== undefined, calibrated, probabilities },
  };
}

async function wavOf(recording: Recording): Promise<Uint8Array<ArrayBuffer>> {
  const { encodeWav } = await import('@ser/audio-io');
  const samples = recording.slice(0, recording.duration);
  return encodeWav({ samples, sampleRate: recordingRate }) as Uint8Array<ArrayBuffer>;
}
