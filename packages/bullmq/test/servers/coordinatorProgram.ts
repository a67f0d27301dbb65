import { openStore } from '@ser/experiments/executor';
import { queueExecutor } from '../../src/queueExecutor.js';
import { faultRecipe } from '../faultRecipe.js';
import { runTiny } from '../tinyRun.js';

// A coordinator as its own process: `node coordinatorProgram.ts ADDRESS CORPUS OUT STORE resume|new`.
const [address, corpus, out, place, mode] = process.argv.slice(2);
const executor = await queueExecutor(address!, { run: 'killed', store: openStore(place!) });
await runTiny(corpus!, out!, { executor, resume: mode === 'resume' }, faultRecipe);
await executor.close();
process.exit();
