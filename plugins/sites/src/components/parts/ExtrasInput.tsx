import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import type { OfferedCloud } from '../../api';
import {
  possibleExtras,
  problemsOfExtras,
  ROW_LISTS,
  type ExtrasDraft,
} from '../../domain/ExtrasDraft';
import { canBeHadElsewhere, lacksOf } from '../../domain/lacks';
import type { RuntimeKind } from '../../domain/RuntimeDraft';
import { specificationTranslationRef } from '../../specificationTranslation';
import { AddOnsInput } from './AddOnsInput';
import { RowsInput } from './RowsInput';
import styles from './specification.module.css';

type Cloud = Pick<OfferedCloud, 'id' | 'title' | 'capabilities'>;

/**
 * What a site has beside itself. What its cloud or its runtime cannot have is
 * not shown but named, with what would have it; what was typed there is kept.
 */
export function ExtrasInput(props: {
  cloud: Cloud;
  /** All that are offered. */
  clouds: Cloud[];
  /** Whether the site is there already, so that its cloud stays. */
  isPlaced?: boolean;
  runtime: RuntimeKind;
  value: ExtrasDraft;
  onChange: (value: ExtrasDraft) => void;
  showsAllProblems: boolean;
  isDisabled?: boolean;
}) {
  const { cloud, runtime, value, onChange, showsAllProblems } = props;
  const { isDisabled } = props;
  const can = cloud.capabilities;
  const isRunning = runtime !== 'static';
  const problems = problemsOfExtras(possibleExtras(value, can, runtime));
  const isShown = {
    domains: can.domains,
    environment: isRunning && can.environment,
    secretReferences: isRunning && can.secrets,
  };
  return (
    <div className={styles.group}>
      {ROW_LISTS.filter(list => isShown[list]).map(list => (
        <RowsInput
          key={list}
          list={list}
          rows={value[list]}
          onChange={rows => onChange({ ...value, [list]: rows })}
          problems={problems[list]}
          showsAllProblems={showsAllProblems}
          isDisabled={isDisabled}
        />
      ))}
      {isRunning && can.addOns.length > 0 && (
        <AddOnsInput
          addOns={can.addOns}
          value={value}
          onChange={onChange}
          isDisabled={isDisabled}
        />
      )}
      <Lacks {...props} isRunning={isRunning} />
    </div>
  );
}

function Lacks(props: {
  cloud: Cloud;
  clouds: Cloud[];
  isPlaced?: boolean;
  isRunning: boolean;
}) {
  const { cloud, clouds, isPlaced, isRunning } = props;
  const { t } = useTranslationRef(specificationTranslationRef);
  const { runtimes } = cloud.capabilities;
  const lacks = lacksOf(cloud.capabilities).map(what =>
    t(`extras.what.${what}`),
  );
  const remedy = isPlaced ? 'order' : 'choose';
  const words = new Intl.ListFormat(undefined, { type: 'disjunction' });
  return (
    <>
      {lacks.length > 0 && (
        <Text as="p" color="secondary">
          {t('extras.lacks', {
            cloud: cloud.title,
            what: words.format(lacks),
          })}{' '}
          {t(
            `extras.remedy.${canBeHadElsewhere(cloud, clouds) ? remedy : 'ask'}`,
          )}
        </Text>
      )}
      {!isRunning && runtimes.some(kind => kind !== 'static') && (
        <Text as="p" color="secondary">
          {t('extras.staticOnly')}
        </Text>
      )}
    </>
  );
}
