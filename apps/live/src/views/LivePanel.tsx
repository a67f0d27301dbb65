import type { Live } from '../state/live.js';
import { useStore } from '../state/store.js';
import { text } from '../text.js';
import { EmotionBars } from './EmotionBars.js';
import { FileButton } from './FileButton.js';
import { Timeline } from './Timeline.js';

const words = text.live;

/** Microphone and recordings, and what is recognized now. */
export function LivePanel({ live }: { readonly live: Live }) {
  const { listening, now, model, calibrated, speaker, utterances } = useStore(live);
  const isOff = listening === 'off';
  return (
    <section class="card" aria-labelledby="live">
      <h2 id="live">{words.heading}</h2>
      <div class="row">
        {isOff ? (
          <button type="button" class="primary" id="listen" onClick={() => void live.listen()}>
            {words.listen}
          </button>
        ) : (
          <button type="button" class="primary stop" id="stop" onClick={() => live.stop()}>
            {words.stop}
          </button>
        )}
        <FileButton
          id="recordings"
          accept="audio/*,video/*,.flac,.aiff,.aif,.opus"
          multiple
          disabled={!isOff}
          onFiles={(files) => void live.read(files)}
        >
          {words.files}
        </FileButton>
        <button type="button" title={words.newSpeakerHint} onClick={() => void live.newSpeaker()}>
          {words.newSpeaker}
        </button>
      </div>
      <p class="status" role="status">
        <span class={isOff ? 'dot' : 'dot on'} aria-hidden="true" />
        {statusOf(live)} · {words.speaker(speaker)} · {calibrated ? words.calibrated : words.calibrating}
      </p>
      <Timeline live={live} />
      {now ? (
        <EmotionBars labels={model!.labels} probabilities={now.probabilities} />
      ) : (
        <p class="muted">{words.nothing}</p>
      )}
      <p class="muted">{words.dropHint}</p>
      {utterances.length > 0 && (
        <button type="button" class="small" onClick={() => void live.startOver()}>
          {words.startOver}
        </button>
      )}
    </section>
  );
}

function statusOf({ state: { listening, file } }: Live): string {
  if (listening === 'starting') return words.starting;
  if (listening === 'microphone') return words.listening;
  return listening === 'file' ? words.reading(file ?? '') : words.idle;
}
