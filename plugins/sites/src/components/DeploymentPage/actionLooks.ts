import {
  RiAddCircleLine,
  RiDeleteBinLine,
  RiEditLine,
  RiLinkUnlink,
  RiRefreshLine,
} from '@remixicon/react';

/** How each action of a plan is shown, in the order it is counted. */
export const actionLooks = {
  create: { tone: 'good', icon: RiAddCircleLine },
  update: { tone: 'info', icon: RiEditLine },
  replace: { tone: 'attention', icon: RiRefreshLine },
  destroy: { tone: 'bad', icon: RiDeleteBinLine },
  forget: { tone: 'quiet', icon: RiLinkUnlink },
} as const;

export const planActions = [
  'create',
  'update',
  'replace',
  'destroy',
  'forget',
] as const;

export type PlanAction = (typeof planActions)[number];
