import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import type { Role } from '@freehold/plugin-tenancy-common';
import { LoadingRows } from '@freehold/plugin-tenancy-react';
import { accessTranslationRef } from '../../accessTranslation';
import type { Member } from '../../api';
import { useRoles } from '../../hooks';

/** What another role gives a member and takes from them. */
export function RoleConsequences(props: { member: Member; role: Role }) {
  const { member, role } = props;
  const { t } = useTranslationRef(accessTranslationRef);
  const { value, error } = useRoles();
  if (role === member.role || error) return null;
  if (!value) return <LoadingRows count={2} />;
  // What orders are made of says nothing beside "Order a site".
  const actions = value.actions.filter(({ group }) => group !== 'ordering');
  const has = (action: (typeof actions)[number], whose: Role) =>
    action.roles.includes(whose);
  const gained = actions.filter(
    action => has(action, role) && !has(action, member.role),
  );
  const lost = actions.filter(
    action => !has(action, role) && has(action, member.role),
  );
  const name = member.displayName;
  return (
    <div role="status">
      {gained.length + lost.length === 0 && (
        <Text as="p">{t('roleChange.same', { name })}</Text>
      )}
      <Titles lead={t('roleChange.gains', { name })} actions={gained} />
      <Titles lead={t('roleChange.loses', { name })} actions={lost} />
      <Text as="p" variant="body-small" color="secondary">
        {t('roleChange.atOnce')}
      </Text>
    </div>
  );
}

function Titles(props: {
  lead: string;
  actions: { action: string; title: string }[];
}) {
  if (props.actions.length === 0) return null;
  return (
    <Text as="p">
      {props.lead} {props.actions.map(({ title }) => title).join(', ')}.
    </Text>
  );
}
