import { permissionsRegistryServiceFactory } from '@backstage/backend-defaults/permissionsRegistry';
import {
  coreServices,
  createServiceFactory,
  createServiceRef,
  type PermissionsRegistryService,
  type ServiceFactory,
} from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';

type AddResourceType = PermissionsRegistryService['addResourceType'];
type ResourceType = Parameters<AddResourceType>[0];
type GetResources = NonNullable<ResourceType['getResources']>;

/** Backstage's own, under a name that the override below can depend on. */
const defaultPermissionsRegistryServiceRef =
  createServiceRef<PermissionsRegistryService>({
    id: 'freehold.backend.defaultPermissionsRegistry',
    scope: 'plugin',
    defaultFactory: async service =>
      ({ ...permissionsRegistryServiceFactory, service }) as ServiceFactory<
        PermissionsRegistryService,
        'plugin'
      >,
  });

/**
 * Lets a decision about a thing that doesn't exist be a denial, as one about
 * somebody else's is. By themselves some plugins answer it with an error, by
 * which anybody could tell which of the two an id is.
 */
export const discreetPermissionsRegistryServiceFactory = createServiceFactory({
  service: coreServices.permissionsRegistry,
  deps: { inner: defaultPermissionsRegistryServiceRef },
  factory: ({ inner }) => ({
    ...inner,
    addResourceType: ((resource: ResourceType) =>
      inner.addResourceType({
        ...resource,
        getResources: knownResources(resource.getResources),
      })) as AddResourceType,
  }),
});

/** Undefined in the place of what there is not, one by one. */
function knownResources(getResources?: GetResources): GetResources {
  return refs =>
    Promise.all(
      refs.map(async ref => {
        try {
          const [resource] = (await getResources?.([ref])) ?? [];
          return resource;
        } catch (error) {
          if (isMissing(error)) {
            return undefined;
          }
          throw error;
        }
      }),
    );
}

/** PostgreSQL's word for an id that isn't in the shape of one. */
const INVALID_TEXT_REPRESENTATION = '22P02';

function isMissing(error: unknown): boolean {
  return (
    isError(error) &&
    (error.name === 'NotFoundError' ||
      error.code === INVALID_TEXT_REPRESENTATION)
  );
}
