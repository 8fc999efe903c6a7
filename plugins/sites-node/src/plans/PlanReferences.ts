interface ChangedResource {
  address: string;
  module_address?: string;
  type: string;
  name: string;
  index?: string | number;
}

/**
 * Which resources of a plan refer to which, from the configuration that
 * `terraform show -json` repeats: names and ids are often unknown before the
 * first apply, references are not.
 */
export class PlanReferences {
  private readonly expressions = new Map<string, Record<string, any>>();
  private readonly instances = new Map<string, ChangedResource[]>();

  constructor(shown: any, resources: readonly ChangedResource[]) {
    this.addModule(shown.configuration?.root_module, '');
    for (const resource of resources) {
      const key = keyOf(resource.module_address ?? '', resource);
      this.instances.set(key, [...(this.instances.get(key) ?? []), resource]);
    }
  }

  /** Address of the resource that an attribute of another one refers to. */
  find(resource: ChangedResource, attribute: string): string | undefined {
    const expression = this.expressionsOf(resource)?.[attribute];
    for (const reference of expression?.references ?? []) {
      const match = /^(\w+)\.([\w-]+)(?:\[(?:"([^"]*)"|(\d+))\])?/.exec(
        reference,
      );
      const found = match && this.pick(resource, match);
      if (found) return found.address;
    }
    return undefined;
  }

  /**
   * Whether the configuration sets an attribute: what a provider fills in by
   * itself looks just as unknown as what depends on another resource.
   *
   * @returns undefined when the plan doesn't repeat the configuration
   */
  isWritten(resource: ChangedResource, attribute: string): boolean | undefined {
    const expressions = this.expressionsOf(resource);
    return expressions && attribute in expressions;
  }

  private expressionsOf(
    resource: ChangedResource,
  ): Record<string, any> | undefined {
    return this.expressions.get(
      keyOf(withoutIndexes(resource.module_address ?? ''), resource),
    );
  }

  private pick(
    from: ChangedResource,
    [, type, name, key, position]: RegExpExecArray,
  ): ChangedResource | undefined {
    const candidates =
      this.instances.get(keyOf(from.module_address ?? '', { type, name })) ??
      [];
    const index =
      key ?? (position === undefined ? undefined : Number(position));
    return (
      candidates.find(it => it.index === (index ?? from.index)) ??
      (candidates.length === 1 ? candidates[0] : undefined)
    );
  }

  private addModule(module: any, path: string): void {
    for (const resource of module?.resources ?? []) {
      this.expressions.set(keyOf(path, resource), resource.expressions ?? {});
    }
    for (const [name, call] of Object.entries<any>(
      module?.module_calls ?? {},
    )) {
      this.addModule(
        call.module,
        path ? `${path}.module.${name}` : `module.${name}`,
      );
    }
  }
}

function keyOf(module: string, { type, name }: { type: string; name: string }) {
  return `${module}|${type}.${name}`;
}

function withoutIndexes(module: string): string {
  return module.replaceAll(/\[(?:"[^"]*"|\d+)\]/g, '');
}
