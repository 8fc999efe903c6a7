import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link, Text } from '@backstage/ui';
import {
  DeploymentStateChip,
  RelativeTime,
} from '@freehold/plugin-tenancy-react';
import type { FoundLog } from '../../api';
import { useSitesPaths } from '../../hooks/useSitesPaths';
import { sitesTranslationRef } from '../../translation';
import cards from '../parts/cards.module.css';
import { MarkedText } from '../parts/MarkedText';
import styles from './LogSearchPage.module.css';

/** A deployment, and the first lines of its log that say it. */
export function FoundLogItem(props: {
  found: FoundLog;
  search: string;
  withCustomer: boolean;
}) {
  const { found, search, withCustomer } = props;
  const { customer, deploymentId, kind, siteName, lines } = found;
  const { t } = useTranslationRef(sitesTranslationRef);
  const paths = useSitesPaths();
  // The longest word is marked: all of them stand in each line.
  const [word = ''] = search
    .split(/[^\p{L}\p{N}_]+/u)
    .sort((one, other) => other.length - one.length);
  const query = new URLSearchParams({ log: 'open', find: word });
  return (
    <li>
      <div className={cards.head}>
        <Link href={`${paths.deployment(customer, deploymentId)}?${query}`}>
          {t(`deployment.of.${kind}`, { site: siteName })}
        </Link>
        <DeploymentStateChip state={found.state} />
        <Text color="secondary">
          {withCustomer && <>{t('deadLetters.of', { customer })}, </>}
          <RelativeTime at={found.createdAt} />
        </Text>
      </div>
      <div className={styles.lines}>
        {lines.map(line => (
          <div key={line.seq}>
            <MarkedText text={line.text} search={word} />
          </div>
        ))}
      </div>
    </li>
  );
}
