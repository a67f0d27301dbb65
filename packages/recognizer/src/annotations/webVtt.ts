import type { Annotation } from './annotation.js';

/**
 * Captions for a video or audio element of a page, with a voice for each speaker.
 *
 * @see https://www.w3.org/TR/webvtt1/
 */
export function annotationsWebVtt(annotations: readonly Annotation[]): string {
  const cues = annotations.map(
    ({ start, end, label, confidence, speaker }, i) =>
      `${i + 1}\n${time(start)} --> ${time(end)}\n` +
      `${voiced(speaker, `${cueText(label)} (${Math.round(100 * confidence)} %)`)}\n`,
  );
  return ['WEBVTT\n', ...cues].join('\n');
}

function voiced(speaker: string | undefined, text: string): string {
  return speaker === undefined ? text : `<v ${cueText(speaker)}>${text}</v>`;
}

/** `00:01:02.345` */
function time(seconds: number): string {
  const ms = Math.round(1000 * seconds);
  const part = (value: number, length: number) => String(value).padStart(length, '0');
  const [hours, minutes, rest] = [Math.floor(ms / 3_600_000), Math.floor(ms / 60_000) % 60, ms % 60_000];
  return `${part(hours, 2)}:${part(minutes, 2)}:${part(Math.floor(rest / 1000), 2)}.${part(rest % 1000, 3)}`;
}

function cueText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replace(/\s+/g, ' ');
}
