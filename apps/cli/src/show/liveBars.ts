import type { Segment, SessionPrediction } from '@ser/recognizer';
import type { CommandIo } from '../commandIo.js';
import { blocks, percent } from './figures.js';
import { noSpeechWords, timeSpan } from './predictionText.js';
import { table } from './table.js';

/** Shows the answers of a session as they come. */
export interface LiveView {
  show(segment: Segment<SessionPrediction>): void;
  /** Leaves the terminal as it was found. */
  stop(): void;
}

const barWidth = 30;

/** A bar for each emotion that is drawn over itself on a terminal; elsewhere one line a window. */
export function liveView(io: CommandIo, labels: readonly string[]): LiveView {
  return io.stdout.isTTY ? bars(io, labels) : lines(io);
}

const hideCursor = '\x1b[?25l';
const showCursor = '\x1b[?25h';
/** Up so many lines, and clear from there on. */
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
      const text = `${headline(segment)}\n${table(rows, ['left', 'left', 'right', 'left'])}`;
      io.stdout.write(backOver(nLines) + text);
      nLines = text.split('\n').length - 1;
    },
    stop: () => void io.stdout.write(showCursor),
  };
}

function lines(io: CommandIo): LiveView {
  return {
    show: (segment) => void io.stdout.write(`${headline(segment)}\n`),
    stop() {},
  };
}

/** `12.0–15.0 s  angry 71.2 %  calibrating (2 clips heard)`. */
function headline(segment: Segment<SessionPrediction>): string {
  const { label, probabilities } = segment;
  const answer = segment.speech
    ? `${label} ${percent(probabilities[label]!)}`
    : `${label} (${noSpeechWords[segment.reason]})`;
  return [timeSpan(segment), answer, ...calibration(segment)].join('  ');
}

function calibration({ calibrated, clipsHeard }: SessionPrediction): string[] {
  const heard = Math.floor(clipsHeard);
  return calibrated ? [] : [`calibrating (${heard} ${heard === 1 ? 'clip' : 'clips'} heard)`];
}
