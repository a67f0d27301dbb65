import { escapeMarkup } from '@ser/core';
import type { Annotation } from './annotation.js';

export interface ElanOptions {
  /** Name or URL of the recording, which ELAN opens with the annotations. @default none */
  readonly recording?: string | undefined;
  /** When the document was made. @default 1970-01-01 */
  readonly date?: Date | undefined;
}

/**
 * An annotation document of ELAN (.eaf) with two tiers that share their times: `emotion`, and `confidence`. With speakers, each
 * has two tiers: `emotion@Ann`, and `confidence@Ann`.
 *
 * @see https://www.mpi.nl/tools/elan/EAF_Annotation_Format_3.0_and_ELAN.pdf
 */
export function annotationsElan(
  annotations: readonly Annotation[],
  { recording, date = new Date(0) }: ElanOptions = {},
): string {
  const slots = annotations.flatMap(({ start, end }, i) => [slot(2 * i + 1, start), slot(2 * i + 2, end)]);
  const media =
    recording === undefined
      ? ''
      : `<MEDIA_DESCRIPTOR MEDIA_URL="${escapeMarkup(recording)}" MIME_TYPE="audio/*"/>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<ANNOTATION_DOCUMENT AUTHOR="" DATE="${date.toISOString()}" FORMAT="3.0" VERSION="3.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="http://www.mpi.nl/tools/elan/EAFv3.0.xsd">
<HEADER MEDIA_FILE="" TIME_UNITS="milliseconds">${media}</HEADER>
<TIME_ORDER>
${slots.join('\n')}
</TIME_ORDER>
${tiers(annotations).join('\n')}
<LINGUISTIC_TYPE GRAPHIC_REFERENCES="false" LINGUISTIC_TYPE_ID="default" TIME_ALIGNABLE="true"/>
</ANNOTATION_DOCUMENT>
`;
}

function slot(id: number, seconds: number): string {
  return `<TIME_SLOT TIME_SLOT_ID="ts${id}" TIME_VALUE="${Math.round(1000 * seconds)}"/>`;
}

interface Entry {
  readonly annotation: Annotation;
  readonly number: number;
}

function tiers(annotations: readonly Annotation[]): readonly string[] {
  const speakers = [...new Set(annotations.map(({ speaker }) => speaker))];
  if (speakers.length === 0) speakers.push(undefined);
  return speakers.flatMap((speaker) => {
    const entries = annotations
      .map((annotation, number) => ({ annotation, number }))
      .filter(({ annotation }) => annotation.speaker === speaker);
    return [
      tier('emotion', speaker, entries, 0, ({ label }) => label),
      tier('confidence', speaker, entries, annotations.length, ({ confidence }) => confidence.toFixed(4)),
    ];
  });
}

/** @param first number of annotations in earlier tiers: their ids are unique in a document */
function tier(
  name: string,
  speaker: string | undefined,
  entries: readonly Entry[],
  first: number,
  valueOf: (annotation: Annotation) => string,
): string {
  const values = entries.map(
    ({ annotation, number }) =>
      `<ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a${first + number + 1}" TIME_SLOT_REF1="ts${2 * number + 1}" ` +
      `TIME_SLOT_REF2="ts${2 * number + 2}"><ANNOTATION_VALUE>${escapeMarkup(valueOf(annotation))}</ANNOTATION_VALUE>` +
      '</ALIGNABLE_ANNOTATION></ANNOTATION>',
  );
  const participant = speaker === undefined ? '' : ` PARTICIPANT="${escapeMarkup(speaker)}"`;
  const id = speaker === undefined ? name : `${name}@${escapeMarkup(speaker)}`;
  return [`<TIER LINGUISTIC_TYPE_REF="default"${participant} TIER_ID="${id}">`, ...values, '</TIER>'].join(
    '\n',
  );
}
