import { requireOneOf } from '@ser/core';
import type { Annotation, AnnotationFormat } from './annotation.js';
import { annotationsAudacity } from './audacity.js';
import { annotationsCsv } from './csv.js';
import { annotationsElan, type ElanOptions } from './elan.js';
import { annotationsJsonLines } from './jsonLines.js';
import { annotationsWebVtt } from './webVtt.js';

const formats: Readonly<
  Record<AnnotationFormat, (annotations: readonly Annotation[], options: ElanOptions) => string>
> = {
  csv: annotationsCsv,
  jsonl: annotationsJsonLines,
  vtt: annotationsWebVtt,
  audacity: annotationsAudacity,
  elan: annotationsElan,
};

/**
 * Annotations as the text of a file: `csv`, `jsonl` (JSON lines), `vtt` (WebVTT captions), `audacity` (a label track), or
 * `elan` (an annotation document with two tiers).
 *
 * @throws {SerError} `invalid-option` for an unknown format
 *
 * @example
 * formatAnnotations(annotations, { format: 'audacity' }); // '0.512000\t2.104000\thappy 0.81\n'
 */
export function formatAnnotations(
  annotations: readonly Annotation[],
  { format, ...options }: { readonly format: AnnotationFormat } & ElanOptions,
): string {
  requireOneOf('format', format, Object.keys(formats));
  return formats[format](annotations, options);
}
