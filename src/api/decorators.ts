import 'reflect-metadata';

/** The decorators of the schema's classes, with what they need loaded before any of them runs. */
export * from 'type-graphql';
