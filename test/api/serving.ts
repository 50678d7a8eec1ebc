import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Service } from '../../src/api/context.js';
import { application } from '../../src/api/server.js';

/** A service under test: its address, what it logged, and how to end it. */
export interface Serving {
  url: string;
  logged: string[];
  close: () => Promise<void>;
}

/** What the API answers, as a test looks at it. */
export interface Reply {
  status: number;
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever came back.
  body: any;
}

export async function serving(service: Service): Promise<Serving> {
  const logged: string[] = [];
  const { app, stop } = await application({ service, log: (line) => logged.push(line) });
  const server: Server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = async (): Promise<void> => {
    await new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
    await stop();
  };
  return { url: `http://127.0.0.1:${port}`, logged, close };
}

/** Sends a body to the API as it is. */
export async function send({ url }: Serving, body: string): Promise<Reply> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  const text = await response.text();
  return { status: response.status, text, body: JSON.parse(text) };
}

/** Asks the API a query. */
export const ask = (at: Serving, query: string, variables: Record<string, unknown> = {}): Promise<Reply> =>
  send(at, JSON.stringify({ query, variables }));
