import type { SessionPrediction, SpeakerSession } from '@ser/recognizer';
import type { CommandIo } from '../commandIo.js';
import { Interruption } from '../interruption.js';
import { percent } from '../show/figures.js';
import { noSpeechWords } from '../show/predictionText.js';
import { printable } from '../show/printable.js';
import { chooseLabel } from './chooseLabel.js';
import { labelKeys } from './labelKeys.js';
import { recordClip } from './recordClip.js';
import type { TeachingOutcome } from './teachingResult.js';
import { typedLines } from './typedLines.js';

export interface TeachLiveOptions {
  /** Of each recording. @default 4 */
  readonly seconds?: number | undefined;
  /** Labels to choose from. @default those of the session */
  readonly labels?: readonly string[] | undefined;
  /** Whether standard output is kept for the answer. */
  readonly json?: true | undefined;
  /** Saves the session. */
  readonly save: () => Promise<void>;
}

/** Asks for an emotion, records a clip of it, and teaches it, until the user stops. The session is saved after each clip. */
export async function teachLive(
  io: CommandIo,
  session: SpeakerSession,
  { seconds = 4, labels, json, save }: TeachLiveOptions,
): Promise<TeachingOutcome> {
  const say = (text: string) => void (json ? io.stderr : io.stdout).write(text);
  const lines = typedLines(io);
  const taught: string[] = [];
  let confirmed: string | undefined;
  let otherVoice = false;
  try {
    for (;;) {
      const known = [...new Set([...(labels ?? session.labels), ...Object.keys(session.taught.clips)])];
      say(question(known));
      const choice = chooseLabel(await lines.next(), known, confirmed);
      confirmed = choice.kind === 'unsure' ? choice.label : undefined;
      if (choice.kind === 'stop') break;
      if (choice.kind === 'unsure') say(unsureText(choice.label, choice.meant));
      else if (choice.kind === 'undo') {
        say(undo(session, taught));
        if (session.taught.ids.length > 0) await save();
      } else {
        say(`Speak now, for ${seconds} s.\n`);
        const id = await teachRecording(io, session, { label: choice.label, seconds, say });
        if (id === undefined) continue;
        taught.push(id);
        await save();
        if (session.taught.otherVoice && !otherVoice) say(otherVoiceText);
        otherVoice ||= session.taught.otherVoice;
      }
    }
    say('\n');
  } catch (error) {
    throw io.signal.aborted ? new Interruption(interruptedText(taught.length)) : error;
  } finally {
    lines.close();
  }
  if (io.signal.aborted) throw new Interruption(interruptedText(taught.length));
  session.newSpeaker(); // the estimate is that of the saved model, which does not know the offset of the speaker
  return { speakers: [], rejected: [], otherVoice };
}

/** @returns the id of the clip; undefined if it has no speech */
async function teachRecording(
  io: CommandIo,
  session: SpeakerSession,
  {
    label,
    seconds,
    say,
  }: { readonly label: string; readonly seconds: number; readonly say: (text: string) => void },
): Promise<string | undefined> {
  const clip = await recordClip(io, seconds);
  const before = await session.predict(clip);
  if (!before.speech) {
    say(`Not taught: ${noSpeechWords[before.reason]}\n\n`);
    return undefined;
  }
  const { id } = await session.teach(clip, label);
  say(printable(answerText(before, label)) + '\n');
  say(`${printable(countsText(session.taught.clips))}\n\n`);
  return id;
}

function question(labels: readonly string[]): string {
  const keys = [...labelKeys(labels)].map(([key, label]) => `${key} ${label}`).join(', ');
  return printable(`Emotion (${keys}, or a new word; undo; Enter to stop): `);
}

function answerText(before: SessionPrediction & { readonly speech: true }, label: string): string {
  const share = percent(before.probabilities[before.label]!);
  return before.label === label
    ? `Recognized as ${before.label} (${share}), and taught.`
    : `Recognized as ${before.label} (${share}), taught as ${label}.`;
}

function countsText(clips: Readonly<Record<string, number>>): string {
  return `Taught so far: ${Object.entries(clips)
    .map(([label, n]) => `${n} ${label}`)
    .join(', ')}.`;
}

function undo(session: SpeakerSession, taught: string[]): string {
  const last = taught.pop();
  if (last === undefined) return 'There is no recording to undo.\n\n';
  session.forget(last);
  return 'The last recording was removed.\n\n';
}

function unsureText(label: string, meant: string): string {
  return printable(
    `\`${label}\` is new. Did you mean \`${meant}\`? Type \`${label}\` again to add it as a label.`,
  ).concat('\n\n');
}

const otherVoiceText =
  'The last recordings seem to have another voice, microphone, or room than those before. A taught model is for one ' +
  'speaker: make one for each.\n\n';

function interruptedText(n: number): string {
  return n === 0
    ? 'Stopped; nothing was taught.'
    : `Stopped; saved with ${n} ${n === 1 ? 'recording' : 'recordings'}.`;
}
