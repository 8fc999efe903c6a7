const door =
  'Tables of tenants are reached through TenantDatabase of @freehold/plugin-tenancy-node only, so that row security holds.';

module.exports = {
  root: true,
  overrides: [
    {
      files: ['plugins/**/src/**/*.ts', 'packages/backend/src/**/*.ts'],
      excludedFiles: [
        '**/*.test.ts',
        '**/__testUtils__/**',
        'plugins/*/src/database/migrate.ts',
        'plugins/tenancy-node/src/database/TenantDatabase.ts',
      ],
      rules: {
        'no-restricted-properties': [
          'error',
          { property: 'getClient', message: door },
        ],
        '@typescript-eslint/no-restricted-imports': [
          'error',
          {
            paths: ['knex', 'pg', 'pg-promise', 'postgres'].map(name => ({
              name,
              allowTypeImports: true,
              message: door,
            })),
          },
        ],
      },
    },
  ],
};
