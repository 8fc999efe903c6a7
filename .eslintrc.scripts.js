/**
 * Rules for what runs on plain Node outside of the packages: the commands and
 * the proofs.
 */
module.exports = {
  extends: [
    '@spotify/eslint-config-base',
    '@spotify/eslint-config-typescript',
    'prettier',
  ],
  parser: '@typescript-eslint/parser',
  parserOptions: { ecmaVersion: 2024, sourceType: 'module' },
  plugins: ['import', 'unused-imports'],
  ignorePatterns: ['.eslintrc.*', '**/stock-app/**'],
  rules: {
    'no-undef': 'off',
    'no-shadow': 'off',
    'no-redeclare': 'off',
    'no-unused-expressions': 'off',
    '@typescript-eslint/no-shadow': 'error',
    '@typescript-eslint/no-redeclare': 'error',
    '@typescript-eslint/no-unused-expressions': 'error',
    '@typescript-eslint/consistent-type-assertions': 'error',
    'import/newline-after-import': 'error',
    'unused-imports/no-unused-imports': 'error',
    'no-console': 'off',
    'no-loop-func': 'off',
    '@typescript-eslint/no-use-before-define': [
      'error',
      { functions: false, variables: false },
    ],
  },
};
