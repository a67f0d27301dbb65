import { useState } from 'preact/hooks';
import { chosenFiles } from '../model/droppedFiles.js';
import { droppedModel, type NamedFile } from '../model/droppedModel.js';
import { whenOffline } from '../model/offlinePage.js';
import type { Live } from '../state/live.js';
import { useStore } from '../state/store.js';
import { text } from '../text.js';
import { FileButton } from './FileButton.js';

const words = text.model;
/** A bundled model, or the id of the speaker whose taught model is kept. */
type Choice = string;

/** The choice of the model, the progress of its download, and the model that is loaded. */
export function ModelChoice({ live }: { readonly live: Live }) {
  const { model, loading } = useStore(live);
  return (
    <section class="card" aria-labelledby="model">
      <h2 id="model">{words.heading}</h2>
      {loading ? <Loading loading={loading} /> : model ? <Loaded live={live} /> : <Choices live={live} />}
    </section>
  );
}

function Loading({ loading }: { readonly loading: NonNullable<Live['state']['loading']> }) {
  if (loading === 'starting') return <p role="status">{words.starting}</p>;
  const { done, total } = loading;
  return (
    <div>
      <label for="progress">{words.loading}</label>
      <progress id="progress" max={Math.max(1, total)} value={done} />
      <p class="muted">{words.progress(done, total)}</p>
    </div>
  );
}

function Loaded({ live }: { readonly live: Live }) {
  const { name, engine, labels } = live.state.model!;
  return (
    <div class="row">
      <p>
        <strong data-testid="model">{words.names[name] ?? name}</strong>
        <br />
        <span class="muted">{words.facts(engine, labels.length)}</span>
      </p>
      <span class="spacer" />
      <button type="button" onClick={() => live.changeModel()}>
        {words.change}
      </button>
    </div>
  );
}

function Choices({ live }: { readonly live: Live }) {
  const { kept } = useStore(live);
  const [chosen, choose] = useState<Choice>();
  const choice = chosen ?? kept[0]?.id ?? 'general';
  const load = async () => {
    await whenOffline();
    const own = kept.find(({ id }) => id === choice);
    if (own) await live.loadKept(own);
    else await live.load({ kind: 'bundled', name: choice as 'general' | 'general-small' });
  };
  const option = (value: Choice, label: string, hint: string) => (
    <label class="choice" key={value}>
      <input
        type="radio"
        name="model"
        value={value}
        checked={choice === value}
        onChange={() => choose(value)}
      />
      <span>
        <strong>{label}</strong>
        <br />
        <span class="muted">{hint}</span>
      </span>
    </label>
  );
  return (
    <div>
      <fieldset>
        <legend>{words.intro}</legend>
        {kept.map(({ id, name, nClips }) => option(id, words.kept(name), words.keptHint(nClips)))}
        {option('general', words.general, words.generalHint)}
        {option('general-small', words.small, words.smallHint)}
      </fieldset>
      <div class="row">
        <button type="button" class="primary" id="load" onClick={() => void load()}>
          {words.load}
        </button>
        <FileButton accept=".tar" onFiles={(files) => void loadOwn(live, chosenFiles(files))}>
          {words.ownArchive}
        </FileButton>
        <FileButton isFolder onFiles={(files) => void loadOwn(live, chosenFiles(files))}>
          {words.own}
        </FileButton>
      </div>
    </div>
  );
}

/** Loads the model among files. */
export async function loadOwn(live: Live, files: readonly NamedFile[]): Promise<void> {
  const request = await droppedModel(files);
  if (request) await live.load(request);
  else live.set({ problem: { code: 'model-not-found', message: words.noModel } });
}
