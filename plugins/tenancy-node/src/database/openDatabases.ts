import { DatabaseManager } from '@backstage/backend-defaults/database';
import type {
  LoggerService,
  RootConfigService,
  RootLifecycleService,
} from '@backstage/backend-plugin-api';
import { TenantDatabase } from './TenantDatabase';

/** Databases of plugins, reached from outside of the portal. */
export interface OpenDatabases {
  forPlugin(pluginId: string): Promise<TenantDatabase>;
  close(): Promise<void>;
}

/**
 * Reaches the databases that a configuration names, for commands that run
 * beside the portal. Whoever opens them closes them.
 */
export function openDatabases(
  config: RootConfigService,
  logger: LoggerService,
): OpenDatabases {
  const shutdownHooks: Array<() => void | Promise<void>> = [];
  const lifecycle: RootLifecycleService = {
    addStartupHook() {},
    addBeforeShutdownHook() {},
    addShutdownHook: hook => shutdownHooks.push(hook),
  };
  const manager = DatabaseManager.fromConfig(config, {
    rootLifecycle: lifecycle,
  });
  return {
    forPlugin: pluginId =>
      TenantDatabase.create(manager.forPlugin(pluginId, { logger, lifecycle })),
    close: async () => {
      await Promise.all(shutdownHooks.map(hook => hook()));
    },
  };
}
