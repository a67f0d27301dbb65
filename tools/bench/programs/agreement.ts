/**
 * The largest difference of one of our engines from Keras over 20 steps of one network of docs/engines.md, in full size.
 *
 *     tsx --conditions=@ser/source programs/agreement.ts NETWORK ENGINE
 */
import { type EngineName, openEngine } from '@ser/models';
import { largestDifference, lossesOn, readKerasRecord } from '../src/engines/agreement.js';

const [name, engineName] = process.argv.slice(2) as [string, EngineName];
const recorded = readKerasRecord().cases.find(({ network, size }) => network === name && size === 'full')!;
const losses = await lossesOn(await openEngine(engineName, { threads: 1 }), recorded);
console.log(JSON.stringify({ difference: largestDifference(losses, recorded.losses), losses }));
process.exit(); // workers of WebAssembly threads would keep the process alive
