module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  ...require('../../tools/eslint/exactAmounts.cjs'),
  restrictedImports: [
    {
      name: '@freehold/plugin-tenancy-node',
      importNames: ['readInScope'],
      message:
        'Costs are read through CostsDoor, which shows them at the prices of who asks.',
    },
  ],
});
