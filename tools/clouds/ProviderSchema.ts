/**
 * What a provider knows, as far as Terraform files are checked against it.
 * Distilled from the provider's published bindings; one file per major version
 * in terraform/schemas.
 */
export interface ProviderSchema {
  /** As in `required_providers`. */
  provider: string;
  /** Of the provider, not of the package. */
  version: string;
  /** What the schema was distilled from. */
  package: string;
  /** Every type there is, so that one misspelt is told from one not distilled. */
  names: Record<TypeKind, string[]>;
  /** Of the provider's own block. */
  configuration: BlockSchema;
  /** The types our files use. */
  resource: Record<string, BlockSchema>;
  data: Record<string, BlockSchema>;
}

export type TypeKind = 'resource' | 'data';

export interface BlockSchema {
  arguments: Record<string, Argument>;
  /** Attributes that are read, never set. Empty inside of nested blocks. */
  readOnly?: string[];
  blocks?: Record<string, NestedBlock>;
}

export interface NestedBlock extends BlockSchema {
  required?: true;
}

/** The kind of value, with an exclamation mark when it must be given. */
export type Argument = ArgumentKind | `${ArgumentKind}!`;

export type ArgumentKind =
  'string' | 'number' | 'boolean' | 'list' | 'map' | 'object';
