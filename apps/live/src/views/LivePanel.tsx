import type { Live } from '../state/live.js';
import { useStore } from '../state/store.js';
import { text } from '../text.js';
import { EmotionBars } from './EmotionBars.js';
import { FileButton } from './FileButton.js';
import { SpeakerTabs } from './SpeakerTabs.js';
import { Timeline } from './Timeline.js';

const words = text.live;

/** Microphone and recordings, and what is recognized now. */
export function LivePanel({ live }: { readonly live: Live }) {
  const { speakers } = useStore(live);
  const { now, model } = live.speaker;
  const hasUtterances = speakers.some(({ utterances }) => utterances.length > 0);
  return (
    <section class="card" aria-labelledby="live">
      <h2 id="live">{words.heading}</h2>
      <Source live={live} />
      <SpeakerTabs live={live}>
        <Status live={live} />
        <Timeline live={live} />
        {now ? (
          <EmotionBars labels={model.labels} probabilities={now.probabilities} />
        ) : (
          <p class="muted">{words.nothing}</p>
        )}
      </SpeakerTabs>
      <p class="muted">{words.dropHint}</p>
      {(hasUtterances || speakers.length > 1) && (
        <button type="button" class="small" onClick={() => void live.startOver()}>
          {words.startOver}
        </button>
      )}
    </section>
  );
}

function Source({ live }: { readonly live: Live }) {
  const isOff = live.state.listening === 'off';
  const listen = () => {
    live.set({ problem: undefined });
    void live.input.listen();
  };
  return (
    <div class="row">
      {isOff ? (
        <button type="button" class="primary" id="listen" onClick={listen}>
          {words.listen}
        </button>
      ) : (
        <button type="button" class="primary stop" id="stop" onClick={() => void live.input.stop()}>
          {words.stop}
        </button>
      )}
      <FileButton
        id="recordings"
        accept="audio/*,video/*,.flac,.aiff,.aif,.opus"
        multiple
        disabled={!isOff}
        onFiles={(files) => void live.input.read(files)}
      >
        {words.files}
      </FileButton>
    </div>
  );
}

function Status({ live }: { readonly live: Live }) {
  const { listening, file } = live.state;
  const status = {
    off: words.idle,
    starting: words.starting,
    microphone: words.listening,
    file: words.reading(file ?? ''),
  }[listening];
  return (
    <p class="status" role="status">
      <span class={listening === 'off' ? 'dot' : 'dot on'} aria-hidden="true" />
      {status} · {live.speaker.calibrated ? words.calibrated : words.calibrating}
    </p>
  );
}
