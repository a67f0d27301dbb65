import { useState } from 'preact/hooks';
import { percentOf } from '../charts/formatTime.js';
import { saveFile } from '../export/saveFile.js';
import { emotionToAsk } from '../state/emotionToAsk.js';
import type { Live } from '../state/live.js';
import { useStore } from '../state/store.js';
import type { Teaching } from '../state/teaching.js';
import { text } from '../text.js';

const words = text.teach;

interface Props {
  readonly live: Live;
  readonly teaching: Teaching;
}

/** Asks for emotions, records them, and shows how reliable the taught model is. */
export function Teach({ live, teaching }: Props) {
  const { listening } = useStore(live);
  const { phase, last } = useStore(teaching);
  const [chosen, choose] = useState('');
  const [own, setOwn] = useState('');
  const { name, model } = live.speaker;
  const { labels, taught } = model;
  const label = own.trim() !== '' ? own.trim() : chosen || emotionToAsk(labels, taught.clips)!;
  const record = async () => {
    await teaching.record(label);
    choose('');
  };
  return (
    <section class="card" aria-labelledby="teach">
      <h2 id="teach">{words.heading}</h2>
      <p>{words.intro(name)}</p>
      <div class="fields">
        <label>
          {words.emotion}
          <select
            id="emotion"
            value={label}
            disabled={own.trim() !== ''}
            onChange={({ currentTarget }) => choose(currentTarget.value)}
          >
            {[...new Set([...labels, label])].map((option) => (
              <option key={option}>{option}</option>
            ))}
          </select>
        </label>
        <label>
          {words.another}
          <input
            type="text"
            value={own}
            placeholder={words.anotherHint}
            onInput={({ currentTarget }) => setOwn(currentTarget.value)}
          />
        </label>
      </div>
      {phase === 'recording' ? (
        <button type="button" class="primary stop" onClick={() => teaching.stop()}>
          {words.stop}
        </button>
      ) : (
        <button
          type="button"
          class="primary"
          id="record"
          disabled={phase === 'learning' || listening !== 'off'}
          onClick={() => void record()}
        >
          {words.record(label)}
        </button>
      )}
      <p role="status">
        {phase === 'recording' && words.recording}
        {phase === 'learning' && words.learning}
        {phase === 'idle' && last && words.recognized(last.label, last.recognized)}
      </p>
      {taught.ids.length > 0 && <Taught live={live} teaching={teaching} />}
    </section>
  );
}

function Taught({ live, teaching }: Props) {
  const { speaker } = live;
  const { taught, before } = speaker.model;
  const { estimate, otherVoice } = taught;
  const { last } = teaching.state;
  const download = async () => {
    const bytes = await live.worker.call('save', { speaker: speaker.id });
    saveFile(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'application/x-tar' }), 'my-voice.tar');
  };
  return (
    <>
      <h3>{words.taught}</h3>
      <ul class="tags">
        {Object.entries(taught.clips).map(([label, n]) => (
          <li key={label}>
            {label} × {n}
          </li>
        ))}
      </ul>
      {before !== undefined && <p id="before">{words.before(percentOf(before))}</p>}
      <p id="estimate">
        {estimate
          ? words.estimate(
              percentOf(estimate.uar),
              percentOf(estimate.low),
              percentOf(estimate.high),
              estimate.nClips,
            )
          : words.noEstimate}
      </p>
      {otherVoice && <p class="notice">{words.otherVoice}</p>}
      <div class="row">
        {last?.speaker === speaker.id && (
          <button type="button" onClick={() => void teaching.undo()}>
            {words.undo}
          </button>
        )}
        <button type="button" onClick={() => void download().catch((error: unknown) => live.fail(error))}>
          {words.download}
        </button>
        <button type="button" onClick={() => void live.forgetAll(speaker)}>
          {words.remove}
        </button>
      </div>
      <p class="muted">{words.downloadHint}</p>
    </>
  );
}
