import type { SeededCharge } from './importCharges.ts';
import { randomBytes, randomUUID } from 'node:crypto';
import type { Session } from '../http/Session.ts';
import type { Placement } from './orders.ts';

/** Names of one customer's objects, as they stand in paths and bodies. */
export interface Names {
  customer: string;
  member: string;
  site: string;
  siteName: string;
  deployment: string;
  content: string;
  invitation: string;
  mail: string;
  /** Of the audit trail. */
  event: string;
  /** To the owner; the observed customer's only. */
  notification: string;
  uid: string;
  task: string;
  /** Of the owner. */
  session: string;
  /** A saved view of costs, shared. */
  view: string;
  /** In every title and description of the customer's. */
  word: string;
  /** The catalog's cursor, as JSON, within a list of the customer's. */
  cursor: string;
}

/** As `POST /api/permission/authorize` takes it. */
export interface ResourcePermission {
  type: 'resource';
  name: string;
  attributes: { action?: string };
  resourceType: string;
}

/** A portal with something to see, and people who must not see it. */
export interface World {
  canary: string;
  /** Of the onlooker's customer. */
  own: Names;
  /** Of the observed customer. */
  foreign: Names;
  /** In the shape of the foreign names, but of nothing that exists. */
  unknown: Names;
  /** What links of mails carry that wait for an answer. */
  tokens: { invitation: string; emailChange: string };
  /** Everybody's. */
  password: string;
  /** A draft of the business's, told to finance and other staff only. */
  priceBook: string;
  /** Of the draft of the business's allocation rules. */
  rulesRevision: string;
  /** Of the onlooker's customer, and told to finance and operators only. */
  markup: string;
  /** A charge of the observed customer, whose columns hold the canary. */
  charge: SeededCharge;
  /** What an order of the onlooker's may ask for. */
  placement: Placement;
  /** Every key the catalog could be asked about, by what the observed has. */
  catalogKeys: string[];
  /** Resource permissions of all plugins, as the policy is asked about them. */
  permissions: ResourcePermission[];
  /** Document types of the search index. */
  searchTypes: string[];
  /** One member of each role, none of whom may see the observed customer. */
  onlookers: Session[];
  /** People whose every call is refused: removed, logged out, nobody. */
  gone: Session[];
  /** The owner of the onlooking customer, who may do most. */
  onlooker: Session;
  observed: Session;
  operator: Session;
  finance: Session;
  /** One of each role of staff, the operator included. */
  staff: Session[];
  /** Texts that only the observed customer and staff may ever be sent. */
  secrets: string[];
}

/** Names of the same shape and length that belong to nothing. */
export function inventNames(names: Names): Names {
  const otherEnd = (name: string) =>
    name.replace(/[0-9a-f]{8}(?!.*[0-9a-f]{8})/, () =>
      randomBytes(4).toString('hex'),
    );
  const invented = {
    customer: otherEnd(names.customer),
    member: otherEnd(names.member),
    siteName: otherEnd(names.siteName),
    site: otherEnd(names.site),
    deployment: otherEnd(names.deployment),
    content: otherEnd(names.content),
    invitation: otherEnd(names.invitation),
    mail: randomUUID(),
    event: randomUUID(),
    notification: randomUUID(),
    uid: randomUUID(),
    task: randomUUID(),
    session: otherEnd(names.session),
    view: otherEnd(names.view),
    word: otherEnd(names.word),
  };
  return {
    ...invented,
    cursor: Object.keys(invented).reduce(
      (cursor, key) =>
        cursor.replaceAll(
          names[key as keyof typeof invented],
          invented[key as keyof typeof invented],
        ),
      names.cursor,
    ),
  };
}
