import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { TextField } from '@backstage/ui';
import { CUSTOM_SIZE } from '@freehold/plugin-sites-common';
import type { OfferedCloud, Site } from '../../api';
import { possibleRuntime, sizesFor } from '../../domain/completePlacement';
import { sitesTranslationRef } from '../../translation';
import { ContentInput } from '../parts/ContentInput';
import { ExtrasInput } from '../parts/ExtrasInput';
import { MeasuresInput } from '../parts/MeasuresInput';
import { RuntimeInput } from '../parts/RuntimeInput';
import { SizePicker } from '../parts/SizePicker';
import type { SiteFormState } from './useSiteForm';

const LONGEST_TITLE = 100;

/** What can be changed of a site, as far as its cloud can have it. */
export function ChangedParts(props: {
  site: Site;
  cloud: OfferedCloud | undefined;
  clouds: OfferedCloud[];
  state: SiteFormState;
  showsAllProblems: boolean;
  isDisabled: boolean;
  onIncomplete: (isIncomplete: boolean) => void;
}) {
  const { site, cloud, state, showsAllProblems, isDisabled } = props;
  const { form, change } = state;
  const { t } = useTranslationRef(sitesTranslationRef);
  const shared = { showsAllProblems, isDisabled };
  return (
    <>
      <TextField
        label={t('change.siteTitle')}
        size="medium"
        value={form.title}
        onChange={title => change({ title })}
        isDisabled={isDisabled}
        isRequired
        maxLength={LONGEST_TITLE}
      />
      {cloud && (
        <>
          <RuntimeInput
            {...shared}
            runtimes={cloud.capabilities.runtimes}
            value={form.runtime}
            onChange={runtime => change({ runtime })}
          />
          <SizePicker
            label={t('fact.size')}
            sizes={sizesFor(cloud, form.runtime.kind)}
            value={form.size}
            onChange={size => change({ size })}
            isDisabled={isDisabled}
          />
        </>
      )}
      {form.size === CUSTOM_SIZE && (
        <MeasuresInput
          {...shared}
          value={form.measures}
          onChange={measures => change({ measures })}
        />
      )}
      {form.runtime.kind === 'static' && (
        <ContentInput
          label={t('fact.content')}
          customer={site.customer}
          value={form.content}
          onChange={content => change({ content })}
          onIncomplete={props.onIncomplete}
          isDisabled={isDisabled}
          withKeep
        />
      )}
      {cloud && (
        <ExtrasInput
          {...shared}
          cloud={cloud}
          clouds={props.clouds}
          isPlaced
          runtime={possibleRuntime(cloud, form.runtime.kind)}
          value={form.extras}
          onChange={extras => change({ extras })}
        />
      )}
    </>
  );
}
