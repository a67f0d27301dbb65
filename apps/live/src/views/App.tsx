import { useEffect, useState } from 'preact/hooks';
import { Evaluation } from '../evaluate/evaluation.js';
import { hasTable } from '../evaluate/tables.js';
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
  const [evaluation] = useState(() => new Evaluation(live));
  const { model, speakers } = useStore(live);
  const hasUtterances = speakers.some(({ utterances }) => utterances.length > 0);
  useEffect(() => acceptDrops(live, evaluation), [live, evaluation]);
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
              {hasUtterances && <SaveSession live={live} />}
              <Evaluate evaluation={evaluation} />
            </div>
          </div>
        )}
        <About />
      </main>
      <footer>{text.footer}</footer>
    </>
  );
}

/** Recordings, tables of labels with recordings, and models can be dropped anywhere. @returns ends it */
function acceptDrops(live: Live, evaluation: Evaluation): () => void {
  const allow = (event: DragEvent) => event.preventDefault();
  const drop = (event: DragEvent) => {
    event.preventDefault();
    if (event.dataTransfer)
      void take(live, evaluation, event.dataTransfer).catch((error: unknown) => live.fail(error));
  };
  document.addEventListener('dragover', allow);
  document.addEventListener('drop', drop);
  return () => {
    document.removeEventListener('dragover', allow);
    document.removeEventListener('drop', drop);
  };
}

async function take(live: Live, evaluation: Evaluation, data: DataTransfer): Promise<void> {
  const files = await droppedFiles(data);
  await whenOffline();
  const isModel = files.some(({ path }) => /\.tar$|(^|\/)recognizer\.json$/i.test(path));
  if (isModel || !live.state.model) await loadOwn(live, files);
  else if (hasTable(files)) await evaluation.run(files);
  else await live.input.read(files.map(({ file }) => file as File));
}
