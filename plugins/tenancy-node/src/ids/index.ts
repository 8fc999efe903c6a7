export * from './newId';
