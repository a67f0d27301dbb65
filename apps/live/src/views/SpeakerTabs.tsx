import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import type { Live } from '../state/live.js';
import { useStore } from '../state/store.js';
import { text } from '../text.js';

const words = text.speakers;
const panelId = 'speaker-panel';
const tabId = (id: string) => `speaker-${id}`;

interface Props {
  readonly live: Live;
  /** What the tab of the selected speaker has. */
  readonly children: ComponentChildren;
}

/**
 * One tab per speaker. The arrow keys, Home, and End go from tab to tab.
 *
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/tabs/
 */
export function SpeakerTabs({ live, children }: Props) {
  const { speakers, selected } = useStore(live);
  const tabs = useRef<HTMLDivElement>(null);
  const select = (id: string) => void live.select(id).catch((error: unknown) => live.fail(error));
  const onKeyDown = (event: KeyboardEvent) => {
    const at = speakers.findIndex(({ id }) => id === selected);
    const next = indexAfter(event.key, at, speakers.length);
    if (next === undefined) return;
    event.preventDefault();
    const { id } = speakers[next]!;
    select(id);
    tabs.current?.querySelector<HTMLElement>(`#${CSS.escape(tabId(id))}`)?.focus();
  };
  return (
    <>
      <div class="row tabs">
        <div ref={tabs} role="tablist" aria-label={words.list} onKeyDown={onKeyDown}>
          {speakers.map(({ id, name, utterances }) => (
            <button
              key={id}
              id={tabId(id)}
              type="button"
              role="tab"
              aria-selected={id === selected}
              aria-controls={panelId}
              tabIndex={id === selected ? 0 : -1}
              onClick={() => select(id)}
            >
              {name} <span class="count">{words.count(utterances.length)}</span>
            </button>
          ))}
        </div>
        <button
          type="button"
          id="new-speaker"
          title={words.addHint}
          onClick={() => void live.addSpeaker().catch((error: unknown) => live.fail(error))}
        >
          {words.add}
        </button>
      </div>
      <div id={panelId} role="tabpanel" aria-labelledby={tabId(selected)}>
        <Name key={selected} live={live} />
        {children}
      </div>
    </>
  );
}

/** The name of the speaker, which the user can change. */
function Name({ live }: { readonly live: Live }) {
  const { id, name } = live.speaker;
  const rename = (value: string) => {
    const own = value.trim();
    if (own !== '' && own !== name) void live.rename(id, own).catch((error: unknown) => live.fail(error));
  };
  return (
    <label class="name">
      {words.rename}
      <input
        type="text"
        id="speaker-name"
        value={name}
        maxLength={40}
        onChange={({ currentTarget }) => rename(currentTarget.value)}
      />
    </label>
  );
}

function indexAfter(key: string, at: number, n: number): number | undefined {
  if (key === 'ArrowRight') return (at + 1) % n;
  if (key === 'ArrowLeft') return (at + n - 1) % n;
  if (key === 'Home') return 0;
  return key === 'End' ? n - 1 : undefined;
}
