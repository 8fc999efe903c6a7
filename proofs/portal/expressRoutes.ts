/** One route as the portal's process mounts it. */
export interface MountedRoute {
  /** Upper case; `ALL` for a handler that looks at the method itself. */
  method: string;
  /** Full path with `:name` for parameters, such as `/api/sites/sites/:id`. */
  path: string;
  /** A function below a path of its own: what it answers can't be seen here. */
  opaque: boolean;
}

interface Layer {
  name?: string;
  regexp?: RegExp & { fast_slash?: boolean };
  keys?: { name: string | number }[];
  route?: { path: unknown; methods: Record<string, boolean> };
  handle?: unknown;
}

/**
 * Reads the routes out of an Express 4 application, routers inside routers
 * included. Documents tell what a router means to answer; its stack tells what
 * it does answer.
 *
 * An application inside a router may be hidden behind a function; it is then
 * one opaque route, `ALL <where it is mounted>/*`.
 */
export function readRoutes(app: unknown, prefix = ''): MountedRoute[] {
  return routesOf(stackOf(app) ?? [], prefix);
}

function routesOf(stack: Layer[], prefix: string): MountedRoute[] {
  return stack.flatMap(layer => {
    const path = prefix + mountPath(layer);
    const inner = stackOf(layer.handle);
    if (layer.route) {
      return routePaths(layer).flatMap(each =>
        methodsOf(layer.route!).map(method => ({
          method,
          path: prefix + each,
          opaque: false,
        })),
      );
    }
    if (inner) {
      return routesOf(inner, path);
    }
    if (layer.name === 'app' || layer.name === 'mounted_app') {
      return [{ method: 'ALL', path: `${path}/*`, opaque: true }];
    }
    return path === prefix ? [] : [{ method: 'ALL', path, opaque: true }];
  });
}

function stackOf(handle: unknown): Layer[] | undefined {
  const router = handle as { stack?: unknown; _router?: { stack?: unknown } };
  const stack = router?.stack ?? router?._router?.stack;
  return Array.isArray(stack) ? (stack as Layer[]) : undefined;
}

function methodsOf(route: NonNullable<Layer['route']>): string[] {
  return Object.keys(route.methods)
    .map(method => (method === '_all' ? 'ALL' : method.toUpperCase()))
    .sort();
}

function routePaths(layer: Layer): string[] {
  const { path } = layer.route!;
  const paths = Array.isArray(path) ? path : [path];
  return paths.map(each =>
    typeof each === 'string' ? each.replace(/\(\*\)$/, '') : mountPath(layer),
  );
}

/** Express keeps only the regular expression of a mount path. */
function mountPath(layer: Layer): string {
  if (!layer.regexp || layer.regexp.fast_slash) {
    return '';
  }
  let key = 0;
  const path = layer.regexp.source
    .replace(/^\^/, '')
    .replace(/\\\/\?\(\?=\\\/\|\$\)$/, '')
    .replace(/\\\/\?\$$/, '')
    .replaceAll('(?:\\/([^/]+?))', () => `/:${layer.keys?.[key++]?.name}`)
    .replaceAll('\\/', '/')
    .replaceAll('\\.', '.')
    .replaceAll('\\-', '-');
  return path === '/' ? '' : path.replace(/\/$/, '');
}
