import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonIcon, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import {
  RiKey2Line,
  RiLockUnlockLine,
  RiMore2Line,
  RiShieldUserLine,
  RiUserSettingsLine,
  RiUserUnfollowLine,
} from '@remixicon/react';
import { accessTranslationRef } from '../../accessTranslation';
import type { Member } from '../../api';
import { securityTranslationRef } from '../../securityTranslation';
import { tenancyTranslationRef } from '../../translation';

/** What can be done to a member. */
export type MemberAction = 'role' | 'link' | 'handOver' | 'lock' | 'remove';

/** The menu at the end of a member's row. */
export function MemberActions(props: {
  member: Member;
  isMe: boolean;
  canHandOver: boolean;
  onAction: (action: MemberAction) => void;
}) {
  const { member, isMe, canHandOver, onAction } = props;
  const { t } = useTranslationRef(tenancyTranslationRef);
  const { t: access } = useTranslationRef(accessTranslationRef);
  const { t: tSecurity } = useTranslationRef(securityTranslationRef);
  return (
    <MenuTrigger>
      <ButtonIcon
        variant="tertiary"
        aria-label={t('members.actionsFor', { name: member.displayName })}
        icon={<RiMore2Line />}
      />
      <Menu onAction={action => onAction(action as MemberAction)}>
        <MenuItem id="role" iconStart={<RiUserSettingsLine />}>
          {t('members.changeRole')}
        </MenuItem>
        <MenuItem id="link" iconStart={<RiKey2Line />}>
          {t('members.newLink')}
        </MenuItem>
        {canHandOver ? (
          <MenuItem id="handOver" iconStart={<RiShieldUserLine />}>
            {access('handOver.menu')}
          </MenuItem>
        ) : null}
        <MenuItem id="lock" iconStart={<RiLockUnlockLine />}>
          {tSecurity('lock.action')}
        </MenuItem>
        {isMe ? null : (
          <MenuItem
            id="remove"
            color="danger"
            iconStart={<RiUserUnfollowLine />}
          >
            {t('members.remove')}
          </MenuItem>
        )}
      </Menu>
    </MenuTrigger>
  );
}
