import { CUSTOM_SIZE } from '@freehold/plugin-sites-common';
import { useState } from 'react';
import type { OfferedCloud, Site, SiteChanges } from '../../api';
import { toContentChoice, type ContentValue } from '../../domain/ContentValue';
import {
  areExtrasValid,
  possibleExtras,
  toExtras,
  toExtrasDraft,
  type Extras,
  type ExtrasDraft,
} from '../../domain/ExtrasDraft';
import { toCustomSize, toMeasures, type Measures } from '../../domain/Measures';
import {
  toRuntime,
  toRuntimeDraft,
  type RuntimeDraft,
} from '../../domain/RuntimeDraft';

/** What the form of a change holds: all that was typed. */
export interface SiteForm {
  title: string;
  size: string;
  measures: Measures;
  runtime: RuntimeDraft;
  extras: ExtrasDraft;
  /** Absent to keep what is there. */
  content?: ContentValue;
}

/** A site as a form to change it, with what differs. */
export function useSiteForm(site: Site, cloud: OfferedCloud | undefined) {
  const [form, setForm] = useState<SiteForm>(() => ({
    title: site.title,
    size: site.size,
    measures: toMeasures(site.customSize),
    runtime: toRuntimeDraft(site.runtime),
    extras: toExtrasDraft(site),
  }));
  return {
    form,
    change: (part: Partial<SiteForm>) =>
      setForm(present => ({ ...present, ...part })),
    ...readForm(site, form, cloud),
  };
}

export type SiteFormState = ReturnType<typeof useSiteForm>;

function readForm(
  site: Site,
  form: SiteForm,
  cloud: OfferedCloud | undefined,
): { changes: SiteChanges; isValid: boolean; next: NextSite } {
  const runtime = toRuntime(form.runtime);
  const isCustom = form.size === CUSTOM_SIZE;
  const customSize = isCustom ? toCustomSize(form.measures) : undefined;
  // Until the offering is there, nothing is known to be impossible.
  const draft = cloud
    ? possibleExtras(form.extras, cloud.capabilities, form.runtime.kind)
    : form.extras;
  const title = form.title.trim();
  const extras = toExtras(draft);
  const isValid =
    title !== '' &&
    runtime !== undefined &&
    (!isCustom || customSize !== undefined) &&
    areExtrasValid(draft);
  const next = { title, size: form.size, runtime, customSize, ...extras };
  return {
    isValid,
    next,
    changes: {
      ...changesOf(site, next),
      ...(form.content && { content: toContentChoice(form.content) }),
    },
  };
}

interface NextSite extends Extras {
  title: string;
  size: string;
  runtime: Site['runtime'] | undefined;
  customSize: Site['customSize'];
}

const COMPARED = [
  'title',
  'size',
  'runtime',
  'customSize',
  'domains',
  'environment',
  'secretReferences',
  'addOns',
] as const;

function changesOf(site: Site, next: NextSite): SiteChanges {
  return Object.fromEntries(
    COMPARED.filter(name => next[name] !== undefined)
      .filter(name => canonical(next[name]) !== canonical(site[name]))
      .map(name => [name, next[name]]),
  );
}

/** The same text for the same value, in whatever order its keys came. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(
          Object.entries(part).sort(([left], [right]) =>
            left < right ? -1 : 1,
          ),
        )
      : part,
  );
}
