const { Router: createRouter } = require('express');
const {
  coreServices,
  createBackendPlugin,
} = require('@backstage/backend-plugin-api');

/**
 * A plugin as somebody in a hurry might add one: no document, no permission,
 * nobody asked to sign in, the plugin's own rights instead of the caller's, and
 * a table of tenants without row security. The suite has to catch all of it.
 */
module.exports.default = createBackendPlugin({
  pluginId: 'careless',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        database: coreServices.database,
        discovery: coreServices.discovery,
        httpRouter: coreServices.httpRouter,
      },
      async init({ auth, database, discovery, httpRouter }) {
        const knex = await database.getClient();
        await knex.schema.createTable('notes', table => {
          table.text('tenant_id').notNullable().primary();
        });
        await knex('notes').insert([{ tenant_id: 'a' }, { tenant_id: 'b' }]);

        const router = createRouter();
        router.get('/sites', async (_req, res) => {
          const { token } = await auth.getPluginRequestToken({
            onBehalfOf: await auth.getOwnServiceCredentials(),
            targetPluginId: 'sites',
          });
          const answer = await fetch(
            `${await discovery.getBaseUrl('sites')}/sites?limit=200`,
            { headers: { authorization: `Bearer ${token}` } },
          );
          res.json(await answer.json());
        });
        httpRouter.use(router);
        httpRouter.addAuthPolicy({ path: '/', allow: 'unauthenticated' });
      },
    });
  },
});
