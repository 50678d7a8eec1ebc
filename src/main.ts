import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Service, type SmallNumbers } from './api/context.js';
import { LIMITS } from './api/guard/limits.js';
import { application } from './api/server.js';
import type { Rows } from './domain/catalogue.js';

export interface ServeOptions {
  host: string;
  port: number;
  /** How small head counts leave the service; protected where not given. */
  smallNumbers?: SmallNumbers;
}

/** A running service; `stop` lets what is under way end, and waits for it. */
export interface Running {
  url: string;
  stop: () => Promise<void>;
}

/** The address cannot be used; the message is one plain sentence for who starts the service. */
export class CannotListen extends Error {}

/** The only clock of the service: today, in UTC. */
export const today = (): string => new Date().toISOString().slice(0, 10);

/** Serves a catalogue. Rejects with CannotListen where the address cannot be used. */
export async function serve(rows: Rows, { host, port, smallNumbers }: ServeOptions): Promise<Running> {
  const service = new Service(rows, today, LIMITS, smallNumbers);
  const { app, stop } = await application({ service, log: (line) => console.error(line) });
  const server = createServer(app);
  await listening(server, host, port);
  const { port: open } = server.address() as AddressInfo;
  const shownHost = host.includes(':') ? `[${host}]` : host;
  return { url: `http://${shownHost}:${open}/`, stop: () => closed(server).then(stop) };
}

const listening = (server: Server, host: string, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(new CannotListen(whyNot(error, host, port))));
    server.listen(port, host, resolve);
  });

function whyNot({ code, message }: NodeJS.ErrnoException, host: string, port: number): string {
  if (code === 'EADDRINUSE') return `Port ${port} is in use: stop what uses it, or choose another with PORT.`;
  if (code === 'EACCES') return `Port ${port} may not be used: choose one above 1023 with PORT.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `This machine has no address ${host}: choose one of its own with HOST, such as 127.0.0.1.`;
  return `The service cannot listen on ${host}, port ${port}: ${message}.`;
}

/** Takes no new requests and ends when those under way are answered. */
const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
