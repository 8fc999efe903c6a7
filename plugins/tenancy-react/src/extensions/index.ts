export * from './CustomerSectionBlueprint';
