import { describeAgreement } from './describeAgreement.js';

describeAgreement((engine, network) => engine === 'tfjs-cpu' && network !== 'dense');
