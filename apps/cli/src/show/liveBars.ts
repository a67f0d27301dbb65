import type { Segment, SessionPrediction } from '@ser/recognizer';
import type { CommandIo } from '../commandIo.js';
import { blocks, percent } from './figures.js';
import { noSpeechWords, timeSpan } from './predictionText.js';
import { printable } from './printable.js';
import { table } from './table.js';

/** Shows the answers of a session as they arrive. */
export interface LiveView {
  show(segment: Segment<SessionPrediction>, note?: string): void;
  /** Restores the terminal. */
  stop(): void;
}

const barWidth = 30;

export interface LiveViewOptions {
  readonly labels: readonly string[];
  /** The label that each key corrects an answer to. @default no keys */
  readonly keys?: ReadonlyMap<string, string> | undefined;
}

/** On a terminal, a bar for each emotion with its key, redrawn in place; otherwise one line per window. */
export function liveView(io: CommandIo, options: LiveViewOptions): LiveView {
  return io.stdout.isTTY ? bars(io, options) : lines(io);
}

const hideCursor = '\x1b[?25l';
const showCursor = '\x1b[?25h';
/** Moves up this many lines and clears from there. */
const backOver = (nLines: number) => (nLines === 0 ? '' : `\x1b[${nLines}A\x1b[J`);

function bars(io: CommandIo, { labels, keys = new Map<string, string>() }: LiveViewOptions): LiveView {
  const keyOf = new Map([...keys].map(([key, label]) => [label, `[${key}]`]));
  const alignments = ['left', ...(keys.size > 0 ? ['left' as const] : []), 'left', 'right', 'left'] as const;
  let nLines = 0;
  io.stdout.write(hideCursor);
  return {
    show(segment, note) {
      const rows = labels.map((label) => {
        const share = segment.probabilities[label] ?? 0;
        const mark = segment.label === label ? '▸' : ' ';
        const key = keys.size > 0 ? [keyOf.get(label) ?? ''] : [];
        return [mark, ...key, label, segment.speech ? percent(share) : '', blocks(share, barWidth)];
      });
      const text = `${printable(headline(segment, note))}\n${table(rows, alignments)}`;
      io.stdout.write(backOver(nLines) + text);
      nLines = text.split('\n').length - 1;
    },
    stop: () => void io.stdout.write(showCursor),
  };
}

function lines(io: CommandIo): LiveView {
  return {
    show: (segment, note) => void io.stdout.write(`${printable(headline(segment, note))}\n`),
    stop() {},
  };
}

/** `12.0–15.0 s  angry 71.2%  calibrating (2 clips so far)  taught: sad`. */
function headline(segment: Segment<SessionPrediction>, note?: string): string {
  const { label, probabilities } = segment;
  const answer = segment.speech
    ? `${label} ${percent(probabilities[label]!)}`
    : `${label} (${noSpeechWords[segment.reason]})`;
  return [timeSpan(segment), answer, ...calibration(segment), ...(note === undefined ? [] : [note])].join(
    '  ',
  );
}

function calibration({ calibrated, clipsUsed }: SessionPrediction): string[] {
  const clips = Math.floor(clipsUsed);
  return calibrated ? [] : [`calibrating (${clips} ${clips === 1 ? 'clip' : 'clips'} so far)`];
}
