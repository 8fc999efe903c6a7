import type { RequestHandler, Router } from 'express';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** `/customers/{customer}` as Express writes it: `/customers/:customer`. */
type ExpressPath<Path> =
  Path extends `${infer Before}{${infer Name}}${infer After}`
    ? `${Before}:${Name}${ExpressPath<After>}`
    : Path;

/** The operations of one method, by the path Express knows them under. */
type OperationsOf<Paths, M extends Method> = {
  [
    Path in keyof Paths as Paths[Path] extends Record<M, { responses: unknown }>
      ? ExpressPath<Path>
      : never
  ]: Paths[Path][M & keyof Paths[Path]];
};

type JsonOf<Message> = Message extends {
  content: { 'application/json': infer Body };
}
  ? Body
  : unknown;

type ReplyOf<Operation> = Operation extends { responses: infer Responses }
  ? {
      [Status in Exclude<keyof Responses, 'default'>]: JsonOf<
        Responses[Status]
      >;
    }[Exclude<keyof Responses, 'default'>]
  : unknown;

type BodyOf<Operation> = Operation extends { requestBody: infer Body }
  ? JsonOf<Body>
  : unknown;

type PathOf<Operation> = Operation extends {
  parameters: { path: infer Parameters };
}
  ? Parameters
  : {};

type QueryOf<Operation> = Operation extends {
  parameters: { query?: infer Query };
}
  ? NonNullable<Query>
  : {};

type Register<Operations> = <Path extends keyof Operations & string>(
  path: Path,
  ...handlers: RequestHandler<
    PathOf<Operations[Path]>,
    ReplyOf<Operations[Path]>,
    BodyOf<Operations[Path]>,
    QueryOf<Operations[Path]>
  >[]
) => void;

/**
 * A router typed by the `paths` that openapi-typescript makes from the
 * document.
 *
 * Backstage's `ApiRouter` reads the same types out of the document itself: with
 * documents of our size the compiler then needs minutes and gigabytes.
 */
export type DocumentRouter<Paths> = Omit<Router, Method> & {
  [M in Method]: Register<OperationsOf<Paths, M>>;
};
