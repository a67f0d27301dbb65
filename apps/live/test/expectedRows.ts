import { decodeAudio } from '@ser/audio-io';
import { Recognizer } from '@ser/recognizer';
import type { UtteranceRow } from './livePage.js';

/** The rows that the page must show for a recording with the model `general-small`, computed by the library here. */
export async function expectedRows(wav: Uint8Array): Promise<UtteranceRow[]> {
  const { channels, sampleRate } = decodeAudio(wav);
  const recognizer = await Recognizer.bundled('general-small');
  const rows: UtteranceRow[] = [];
  for await (const event of recognizer.session().utterances([channels[0]!], { sampleRate })) {
    if (event.type !== 'utterance.end' || !event.speech) continue;
    const { start, end, label, probabilities } = event;
    rows.push({ start, end, label, percent: `${Math.round(probabilities[label]! * 100)}%` });
  }
  recognizer.dispose();
  return rows;
}
