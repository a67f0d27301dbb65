import { useEffect, useState } from 'preact/hooks';
import { droppedFiles } from '../model/droppedFiles.js';
import { whenOffline } from '../model/offlinePage.js';
import type { Live } from '../state/live.js';
import { useStore } from '../state/store.js';
import { Teaching } from '../state/teaching.js';
import { text } from '../text.js';
import { About } from './About.js';
import { Evaluate } from './Evaluate.js';
import { LivePanel } from './LivePanel.js';
import { loadOwn, ModelChoice } from './ModelChoice.js';
import { Problem } from './Problem.js';
import { SaveSession } from './SaveSession.js';
import { Teach } from './Teach.js';
import { UtteranceList } from './UtteranceList.js';

/** The whole page. */
export function App({ live }: { readonly live: Live }) {
  const [teaching] = useState(() => new Teaching(live));
  const { model, utterances } = useStore(live);
  useEffect(() => acceptDrops(live), [live]);
  return (
    <>
      <a class="skip" href="#content">
        {text.skip}
      </a>
      <header>
        <h1>{text.title}</h1>
        <p>{text.tagline}</p>
      </header>
      <main id="content">
        <p class="notice">{text.notice}</p>
        <Problem live={live} />
        <ModelChoice live={live} />
        {model && (
          <div class="columns">
            <div>
              <LivePanel live={live} />
              <UtteranceList live={live} />
            </div>
            <div>
              <Teach live={live} teaching={teaching} />
              {utterances.length > 0 && <SaveSession live={live} />}
              <Evaluate live={live} />
            </div>
          </div>
        )}
        <About />
      </main>
      <footer>{text.footer}</footer>
    </>
  );
}

/** Recordings and models can be dropped anywhere. @returns ends it */
function acceptDrops(live: Live): () => void {
  const allow = (event: DragEvent) => event.preventDefault();
  const drop = (event: DragEvent) => {
    event.preventDefault();
    if (event.dataTransfer) void take(live, event.dataTransfer).catch((error: unknown) => live.fail(error));
  };
  document.addEventListener('dragover', allow);
  document.addEventListener('drop', drop);
  return () => {
    document.removeEventListener('dragover', allow);
    document.removeEventListener('drop', drop);
  };
}

async function take(live: Live, data: DataTransfer): Promise<void> {
  const files = await droppedFiles(data);
  await whenOffline();
  const isModel = files.some(({ path }) => /\.tar$|(^|\/)recognizer\.json$/i.test(path));
  if (isModel || !live.state.model) await loadOwn(live, files);
  else await live.read(files.map(({ file }) => file as File));
}
