import type { Probabilities } from '@ser/recognizer';
import type { LiveEvent, SpeakerModel } from '../worker/protocol.js';
import { type Measurement, type Utterance, utteranceOf } from './utterance.js';

/** A tab of the page: who speaks, with their utterances and what their model was taught. */
export interface Speaker {
  /** Unique, also among the taught models that are kept on the device. */
  readonly id: string;
  /** The user may change it. */
  readonly name: string;
  readonly model: SpeakerModel;
  readonly utterances: readonly Utterance[];
  readonly measurements: readonly Measurement[];
  /** The latest probabilities. */
  readonly now?: { readonly label: string; readonly probabilities: Probabilities } | undefined;
  /** Whether there were enough utterances for a reliable calibration. */
  readonly calibrated: boolean;
}

export function newSpeaker(id: string, name: string, model: SpeakerModel): Speaker {
  return { id, name, model, utterances: [], measurements: [], calibrated: false };
}

/** The model of somebody who has not taught anything. */
export function untaught(labels: readonly string[]): SpeakerModel {
  const taught = { clips: {}, ids: [], estimate: undefined, doubtful: [], otherVoice: false };
  return { labels, taught };
}

/** What an event changes; noises change nothing. */
export function withEvent(
  speaker: Speaker,
  event: LiveEvent,
  { origin, otherVoice, id }: { readonly origin: number; readonly otherVoice: boolean; readonly id: string },
): Speaker {
  if (event.type === 'utterance.start' || !event.speech) return speaker;
  const { label, probabilities, calibrated, start, end } = event;
  const measurement = { start: origin + start, end: origin + end, probabilities };
  const measured = {
    ...speaker,
    ...{ now: { label, probabilities }, calibrated },
    measurements: [...speaker.measurements, measurement],
  };
  if (event.type === 'measurement') return measured;
  const { model } = speaker;
  return {
    ...measured,
    model: { ...model, taught: { ...model.taught, otherVoice } },
    utterances: [...speaker.utterances, utteranceOf(event, origin, id)],
  };
}

/** The same speaker, with the user's label of an utterance. */
export function withCorrection(speaker: Speaker, id: string, label: string): Speaker {
  const change = (old: Utterance) => (old.id === id ? { ...old, corrected: label } : old);
  return { ...speaker, utterances: speaker.utterances.map(change) };
}
