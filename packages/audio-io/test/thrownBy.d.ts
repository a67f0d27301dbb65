import { SerError } from '@ser/core';
/** The `SerError` that `work` throws; anything else fails the test. */
export declare function thrownBy(work: () => unknown): SerError;
//# sourceMappingURL=thrownBy.d.ts.map
