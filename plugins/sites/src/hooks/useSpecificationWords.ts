import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { CustomSize, Runtime } from '../api';
import type { Extras } from '../domain/ExtrasDraft';
import { toGibibytes } from '../domain/Measures';
import { specificationTranslationRef } from '../specificationTranslation';

/** What a site is and has, in a few words each. */
export function useSpecificationWords() {
  const { t } = useTranslationRef(specificationTranslationRef);

  const ofRuntime = (runtime: Runtime): string => {
    if (runtime.kind === 'static') return t('words.static');
    const { image } = runtime;
    const port = String(runtime.port);
    return runtime.kind === 'git'
      ? t('words.git', { image, port, reference: runtime.reference })
      : t('words.container', { image, port });
  };

  const ofCustomSize = (customSize: CustomSize): string =>
    t('words.custom', {
      cpu: customSize.cpu,
      memory: toGibibytes(customSize.memory),
      minimum: String(customSize.minimumInstances),
      maximum: String(customSize.maximumInstances),
    });

  /** Undefined where there is nothing beside the site. */
  const ofExtras = (extras: Extras): string | undefined => {
    const { domains, environment, secretReferences, addOns } = extras;
    const counts = {
      domains: domains.length,
      environment: Object.keys(environment).length,
      secretReferences: Object.keys(secretReferences).length,
    };
    const { database, storage } = addOns;
    const words = [
      ...(Object.keys(counts) as (keyof typeof counts)[])
        .filter(list => counts[list] > 0)
        .map(list => t(`words.${list}`, { count: counts[list] })),
      ...(database
        ? [
            [
              t('words.database', { size: t(`addOns.${database.size}`) }),
              database.replica && t('words.replica'),
            ]
              .filter(Boolean)
              .join(' '),
          ]
        : []),
      ...(storage ? [t('words.storage')] : []),
    ];
    return words.length > 0 ? words.join('; ') : undefined;
  };

  return { ofRuntime, ofCustomSize, ofExtras };
}
