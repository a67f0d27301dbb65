import type { Speaker } from '../state/speaker.js';
import { confidenceOf, shownLabel } from '../state/utterance.js';

/** An utterance of an export. */
export interface SessionRow {
  /** In seconds from the beginning of the recording. */
  readonly start: number;
  readonly end: number;
  readonly speaker: string;
  readonly label: string;
  readonly confidence: number;
}

/** The utterances of all speakers, by their start. */
export function sessionRows(speakers: readonly Speaker[]) {
  return speakers
    .flatMap(({ name, utterances }) =>
      utterances
        .filter(({ speech }) => speech)
        .map((utterance) => {
          const { start, end, label, corrected, calibrated, probabilities } = utterance;
          return {
            ...{
              start,
              end,
              speaker: name,
              label: shownLabel(utterance),
              confidence: confidenceOf(utterance),
            },
            ...{ recognized: label, isCorrected: corrected !== undefined, calibrated, probabilities },
          };
        }),
    )
    .sort((a, b) => a.start - b.start);
}

/** Comma-separated values with the columns `start`, `end`, `speaker`, `label`, `confidence`. */
export function sessionCsv(rows: readonly SessionRow[]): string {
  const lines = rows.map(({ start, end, speaker, label, confidence }) =>
    [start.toFixed(3), end.toFixed(3), cell(speaker), cell(label), confidence.toFixed(4)].join(','),
  );
  return ['start,end,speaker,label,confidence', ...lines, ''].join('\n');
}

/**
 * Captions with a voice for each speaker.
 *
 * @see https://www.w3.org/TR/webvtt1/#webvtt-cue-voice-span
 */
export function sessionWebVtt(rows: readonly SessionRow[]): string {
  const cues = rows.map(
    ({ start, end, speaker, label, confidence }, i) =>
      `${i + 1}\n${time(start)} --> ${time(end)}\n` +
      `<v ${escaped(speaker)}>${escaped(label)} (${Math.round(100 * confidence)} %)</v>\n`,
  );
  return ['WEBVTT\n', ...cues].join('\n');
}

/** A cell that starts like a formula gets an apostrophe, so that no spreadsheet computes it. */
function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** `00:01:02.345` */
function time(seconds: number): string {
  const ms = Math.round(1000 * seconds);
  const part = (value: number, length: number) => String(value).padStart(length, '0');
  const [hours, minutes, rest] = [Math.floor(ms / 3_600_000), Math.floor(ms / 60_000) % 60, ms % 60_000];
  return `${part(hours, 2)}:${part(minutes, 2)}:${part(Math.floor(rest / 1000), 2)}.${part(rest % 1000, 3)}`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replace(/\s+/g, ' ');
}
