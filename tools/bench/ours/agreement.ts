/**
 * How far one of our engines is from Keras after 20 steps of one network of docs/engines.md, the full one.
 *
 *     tsx --conditions=@ser/source ours/agreement.ts NETWORK ENGINE
 */
import { type EngineName, openEngine } from '@ser/models';
import { greatestDifference, lossesOn, readKerasRecord } from '../src/agreement.js';

const [name, engineName] = process.argv.slice(2) as [string, EngineName];
const recorded = readKerasRecord().cases.find(({ network, size }) => network === name && size === 'full')!;
const losses = await lossesOn(await openEngine(engineName, { threads: 1 }), recorded);
console.log(JSON.stringify({ difference: greatestDifference(losses, recorded.losses), losses }));
process.exit(); // workers of WebAssembly threads would keep the process alive
