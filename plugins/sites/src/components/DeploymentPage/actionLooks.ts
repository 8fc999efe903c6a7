import {
  RiAddCircleLine,
  RiDeleteBinLine,
  RiEditLine,
  RiRefreshLine,
} from '@remixicon/react';

/** How each action of a plan is shown, in the order it is counted. */
export const actionLooks = {
  create: { tone: 'good', icon: RiAddCircleLine },
  update: { tone: 'info', icon: RiEditLine },
  replace: { tone: 'attention', icon: RiRefreshLine },
  destroy: { tone: 'bad', icon: RiDeleteBinLine },
} as const;

export const planActions = ['create', 'update', 'replace', 'destroy'] as const;
