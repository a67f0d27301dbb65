import type { Segment, SessionPrediction } from '@ser/recognizer';
import type { CommandIo } from '../commandIo.js';
import { blocks, percent } from './figures.js';
import { noSpeechWords, timeSpan } from './predictionText.js';
import { printable } from './printable.js';
import { table } from './table.js';

/** Shows the answers of a session as they arrive. */
export interface LiveView {
  show(segment: Segment<SessionPrediction>): void;
  /** Restores the terminal. */
  stop(): void;
}

const barWidth = 30;

/** On a terminal, a bar for each emotion, redrawn in place; otherwise one line per window. */
export function liveView(io: CommandIo, labels: readonly string[]): LiveView {
  return io.stdout.isTTY ? bars(io, labels) : lines(io);
}

const hideCursor = '\x1b[?25l';
const showCursor = '\x1b[?25h';
/** Moves up this many lines and clears from there. */
const backOver = (nLines: number) => (nLines === 0 ? '' : `\x1b[${nLines}A\x1b[J`);

function bars(io: CommandIo, labels: readonly string[]): LiveView {
  let nLines = 0;
  io.stdout.write(hideCursor);
  return {
    show(segment) {
      const rows = labels.map((label) => {
        const share = segment.probabilities[label] ?? 0;
        const mark = segment.label === label ? '▸' : ' ';
        return [mark, label, segment.speech ? percent(share) : '', blocks(share, barWidth)];
      });
      const text = `${printable(headline(segment))}\n${table(rows, ['left', 'left', 'right', 'left'])}`;
      io.stdout.write(backOver(nLines) + text);
      nLines = text.split('\n').length - 1;
    },
    stop: () => void io.stdout.write(showCursor),
  };
}

function lines(io: CommandIo): LiveView {
  return {
    show: (segment) => void io.stdout.write(`${printable(headline(segment))}\n`),
    stop() {},
  };
}

/** `12.0–15.0 s  angry 71.2%  calibrating (2 clips so far)`. */
function headline(segment: Segment<SessionPrediction>): string {
  const { label, probabilities } = segment;
  const answer = segment.speech
    ? `${label} ${percent(probabilities[label]!)}`
    : `${label} (${noSpeechWords[segment.reason]})`;
  return [timeSpan(segment), answer, ...calibration(segment)].join('  ');
}

function calibration({ calibrated, clipsUsed }: SessionPrediction): string[] {
  const clips = Math.floor(clipsUsed);
  return calibrated ? [] : [`calibrating (${clips} ${clips === 1 ? 'clip' : 'clips'} so far)`];
}
