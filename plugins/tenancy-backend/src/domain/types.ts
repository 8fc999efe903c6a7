import type { TenancyComponents } from '@freehold/plugin-tenancy-common';
import type { Membership } from '@freehold/plugin-tenancy-node';

type Schemas = TenancyComponents['schemas'];

export type Customer = Schemas['Customer'];
export type Member = Schemas['Member'];
/** A member of a customer, or one of the staff. */
export type Person = Schemas['Person'];
export type AddedMember = Schemas['AddedMember'];
export type PasswordLink = Schemas['PasswordLink'];
export type Me = Schemas['Me'];
/** A look of one of the staff at the portal as a customer. */
export type Viewing = Schemas['Viewing'];
export type RoleTable = Schemas['RoleTable'];
export type AccessExplanation = Schemas['AccessExplanation'];
export type Mail = Schemas['Mail'];
export type MailState = Schemas['MailState'];
/** A mail, with its words where staff may read them. */
export type OpenedMail = Schemas['OpenedMail'];
export type Invitation = Schemas['Invitation'];
export type InspectedInvitation = Schemas['InspectedInvitation'];
export type EmailChange = Schemas['EmailChange'];
export type InspectedEmailChange = Schemas['InspectedEmailChange'];
export type Usage = Schemas['Usage'];

/** One page of a list, and how many match in all. */
export type Page<Item> = { items: Item[]; total: number };

export interface PageRequest {
  offset: number;
  limit: number;
}

/** Who asks for a change: a person, or another plugin of the portal. */
export type Actor = Membership | { kind: 'service' };

/** How whole the trails are. */
export type AuditHealth = Schemas['AuditHealth'];
