import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import {
  Money,
  StateChip,
  type StateTone,
} from '@freehold/plugin-tenancy-react';
import {
  RiCloseCircleLine,
  RiFontSize,
  RiGitMergeLine,
  RiPriceTag3Line,
  type RemixiconComponentType,
} from '@remixicon/react';
import type { TagComplianceReply, TagFix, TagProblem } from '../../api';
import { addMonths } from '../../domain/DayRange';
import { useCostsPaths } from '../../hooks/useCostsPaths';
import { useReader } from '../../hooks/useReader';
import { useValueNames } from '../../hooks/useValueNames';
import { tagsTranslationRef } from '../../tagsTranslation';
import tables from '../parts/tables.module.css';

type Requirements = TagComplianceReply['requirements'];

const LOOKS: Record<TagProblem, [StateTone, RemixiconComponentType]> = {
  missing: ['bad', RiPriceTag3Line],
  'not-allowed': ['bad', RiCloseCircleLine],
  contradictory: ['attention', RiGitMergeLine],
  spelling: ['quiet', RiFontSize],
};

/** Resources with what is wrong with a tag of each, and what it should be. */
export function FixesTable(props: {
  fixes: readonly TagFix[];
  month: string;
  requirements: Requirements;
}) {
  const { t } = useTranslationRef(tagsTranslationRef);
  const { isStaff } = useReader();
  const customers = isStaff ? props.fixes.map(({ customer }) => customer) : [];
  const nameOf = useValueNames('customer', customers);
  return (
    <table
      className={`${tables.table} ${tables.list}`}
      aria-label={t('fixes.title')}
    >
      <thead>
        <tr>
          <th scope="col">{t('fixes.resource')}</th>
          <th scope="col">{t('fixes.key')}</th>
          <th scope="col">{t('fixes.problem')}</th>
          <th scope="col">{t('fixes.wanted')}</th>
          <th scope="col" className={tables.number}>
            {t('fixes.cost')}
          </th>
        </tr>
      </thead>
      <tbody>
        {props.fixes.map(fix => (
          <Row
            key={[
              fix.customer,
              fix.serviceProviderName,
              fix.subAccountId,
              fix.resourceId,
              fix.key,
              fix.kind,
              fix.found,
              fix.currency,
            ].join('/')}
            fix={fix}
            whose={isStaff ? nameOf({ value: fix.customer }) : undefined}
            month={props.month}
            asked={props.requirements.find(({ key }) => key === fix.key)}
          />
        ))}
      </tbody>
    </table>
  );
}

function Row(props: {
  fix: TagFix;
  /** The customer's name, for those who see several. */
  whose?: string;
  month: string;
  asked?: Requirements[number];
}) {
  const { asked, fix, month, whose } = props;
  const { t } = useTranslationRef(tagsTranslationRef);
  const paths = useCostsPaths();
  const [tone, icon] = LOOKS[fix.kind];
  const charges = new URLSearchParams({
    from: month,
    to: addMonths(month, 1),
    filter: `resource_id:${fix.resourceId}`,
  });
  const where = [whose, fix.serviceProviderName, fix.subAccountId];
  return (
    <tr>
      <th scope="row">
        <Link href={`${paths.charges}?${charges}`}>
          {fix.resourceName ?? fix.resourceId}
        </Link>
        <div className={tables.quiet}>{where.filter(Boolean).join(' · ')}</div>
      </th>
      <td data-label={t('fixes.key')}>
        <code>{fix.key}</code>
      </td>
      <td className={tables.wide}>
        <StateChip
          tone={tone}
          icon={icon}
          label={t(`fixes.kinds.${fix.kind}`)}
        />
        {fix.found && (
          <div>
            <code>{fix.found}</code>
          </div>
        )}
      </td>
      <td data-label={t('fixes.wanted')}>
        {fix.wanted ? (
          <code>{fix.wanted}</code>
        ) : (
          <span className={tables.quiet}>
            {asked?.allowedValues
              ? t('fixes.oneOf', { values: asked.allowedValues.join(', ') })
              : t('fixes.unknown')}
          </span>
        )}
      </td>
      <td className={tables.number} data-label={t('fixes.cost')}>
        <Money amount={fix.cost} currency={fix.currency} isRounded />
      </td>
    </tr>
  );
}
