import { useState } from 'preact/hooks';
import { Player } from '../audio/player.js';
import { formatTime, percentOf } from '../charts/formatTime.js';
import { colorOf } from '../charts/palette.js';
import type { Live } from '../state/live.js';
import { useStore } from '../state/store.js';
import { confidenceOf, shownLabel, type Utterance } from '../state/utterance.js';
import { text } from '../text.js';

const words = text.utterances;

/** Utterances that are listed at first: a long session has hundreds. */
const shortLength = 50;

/** The utterances of a speaker, the latest first. */
export function UtteranceList({ live }: { readonly live: Live }) {
  useStore(live);
  const { utterances } = live.speaker;
  const [isWhole, showWhole] = useState(false);
  const shown = isWhole ? utterances : utterances.slice(-shortLength);
  const [player] = useState(() => new Player());
  const latest = utterances.at(-1);
  return (
    <section class="card" aria-labelledby="utterances">
      <h2 id="utterances">{words.heading}</h2>
      <p class="hidden" role="log">
        {latest && words.announced(shownLabel(latest), `${percentOf(confidenceOf(latest))}%`)}
      </p>
      {utterances.length === 0 ? (
        <p class="muted">{words.empty}</p>
      ) : (
        <div class="scroll" tabIndex={0} role="group" aria-labelledby="utterances">
          <table>
            <thead>
              <tr>
                <th scope="col">{words.time}</th>
                <th scope="col">{words.label}</th>
                <th scope="col">{words.confidence}</th>
                <th scope="col">{words.correct}</th>
              </tr>
            </thead>
            <tbody>
              {[...shown].reverse().map((utterance) => (
                <Row key={utterance.id} live={live} utterance={utterance} player={player} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {shown.length < utterances.length && (
        <button type="button" class="small" onClick={() => showWhole(true)}>
          {words.all(utterances.length)}
        </button>
      )}
    </section>
  );
}

interface RowProps {
  readonly live: Live;
  readonly utterance: Utterance;
  readonly player: Player;
}

function Row({ live, utterance, player }: RowProps) {
  const { labels } = live.speaker.model;
  const { start, end, label, corrected, calibrated } = utterance;
  const shown = shownLabel(utterance);
  const play = () =>
    void live.recording
      .slice(start, end)
      .then((samples) => player.play(samples))
      .catch((error: unknown) => live.fail(error));
  const name = formatTime(start);
  return (
    <tr data-start={start} data-end={end} data-label={label}>
      <td>
        <button type="button" class="small" aria-label={words.play(name)} onClick={play}>
          ▶
        </button>{' '}
        <span class="nowrap">
          {name}–{formatTime(end)}
        </span>
      </td>
      <td>
        <span class="swatch" style={{ background: colorOf(shown, labels) }} aria-hidden="true" />
        {shown}
        {corrected !== undefined && corrected !== label && <Note>{words.corrected(label)}</Note>}
        {corrected === undefined && !calibrated && <Note>{words.calibrating}</Note>}
      </td>
      <td>{percentOf(confidenceOf(utterance))}%</td>
      <td>
        <select
          aria-label={words.correctFor(name)}
          value={shown}
          onChange={({ currentTarget }) => void live.correct(utterance, currentTarget.value)}
        >
          {labels.map((option) => (
            <option key={option} value={option}>
              {option}
            </option>
          ))}
        </select>
      </td>
    </tr>
  );
}

function Note({ children }: { readonly children: string }) {
  return <span class="note">{children}</span>;
}
