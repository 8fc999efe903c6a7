// Backstage's rules are for packages, which these plain scripts are not.
module.exports = require('../.eslintrc.scripts.js');
