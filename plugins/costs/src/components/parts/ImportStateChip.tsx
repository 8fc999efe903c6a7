import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { StateChip, type StateTone } from '@freehold/plugin-tenancy-react';
import {
  RiCheckLine,
  RiCloseCircleLine,
  RiEqualLine,
  RiLoader4Line,
  RiTimeLine,
  type RemixiconComponentType,
} from '@remixicon/react';
import type { Import } from '../../api';
import { importsTranslationRef } from '../../importsTranslation';

type Look = Import['state'] | 'unchanged';

const LOOKS: Record<Look, [StateTone, RemixiconComponentType]> = {
  queued: ['quiet', RiTimeLine],
  running: ['info', RiLoader4Line],
  succeeded: ['good', RiCheckLine],
  failed: ['bad', RiCloseCircleLine],
  unchanged: ['quiet', RiEqualLine],
};

/** How an import stands; while it runs, what it does. */
export function ImportStateChip(props: {
  import: Pick<Import, 'state' | 'step' | 'unchanged'>;
}) {
  const { state, step, unchanged } = props.import;
  const { t } = useTranslationRef(importsTranslationRef);
  const look = state === 'succeeded' && unchanged ? 'unchanged' : state;
  const [tone, icon] = LOOKS[look];
  return (
    <StateChip
      tone={tone}
      icon={icon}
      label={
        state === 'running' && step ? t(`step.${step}`) : t(`state.${look}`)
      }
    />
  );
}
