import { connect, createServer, type AddressInfo, type Socket } from "node:net";

/** Where a connection leads. */
export type Target = {
  readonly host: string;
  readonly port: number;
};

/**
 * `pass`: bytes go through. `hold`: they are kept until it passes again, as on a network that is slow. `silence`: they are taken and
 * dropped, for good on every connection that was there meanwhile, as by a firewall that has forgotten it. `refuse`: new connections are reset.
 */
export type Network = "pass" | "hold" | "silence" | "refuse";

export type TcpProxy = Target & {
  /** How many connections there are. */
  readonly open: number;
  /** How many connections were asked for so far. */
  readonly asked: number;
  /** The same URL, by way of the proxy. */
  through(url: string): string;
  /** What the network does from now on. */
  set(network: Network): void;
  /** How long each piece of data takes in either direction from now on, ms. */
  delay(ms: number): void;
  /** Where new connections lead from now on; those there are stay where they are, as after a failover. */
  lead(target: Target): void;
  /** Resets every connection. */
  cut(): void;
  close(): Promise<void>;
};

type Link = {
  readonly ends: readonly [Socket, Socket];
  /** Was there while the network was silent: never passes another byte. */
  isForgotten: boolean;
};

/** The host and port in a URL. */
export function targetOf(url: string): Target {
  const { hostname, port } = new URL(url);
  return { host: hostname, port: Number(port) };
}

/** A network between a client and a server, on loopback, that does what a test tells it. @param target where connections lead at first */
export async function startTcpProxy(target: Target): Promise<TcpProxy> {
  const links = new Set<Link>();
  const held: (() => void)[] = [];
  let network: Network = "pass";
  let delayMs = 0;
  let leadsTo = target;
  let asked = 0;

  function passOn(link: Link, to: Socket, bytes: Buffer): void {
    if (link.isForgotten) return;
    const write = () => void (link.isForgotten || to.destroyed || to.write(bytes));
    if (network === "hold") held.push(write);
    else if (delayMs > 0) setTimeout(write, delayMs);
    else write();
  }

  function join(near: Socket): void {
    asked += 1;
    if (network === "refuse") return void near.resetAndDestroy();
    const far = connect({ ...leadsTo, noDelay: true });
    const link: Link = { ends: [near, far], isForgotten: network === "silence" };
    links.add(link);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      from.on("data", (bytes: Buffer) => passOn(link, to, bytes));
      // a side that resets says so by closing, which is passed on
      from.on("error", () => undefined);
      from.on("close", () => {
        // who is silent does not say goodbye either
        if (link.isForgotten && to === near) return;
        links.delete(link);
        to.destroy();
      });
    }
  }

  const server = createServer({ noDelay: true }, join);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // listening on TCP, so it is no pipe's name
  const { port } = server.address() as AddressInfo;
  const cut = () => {
    for (const { ends } of links) for (const end of ends) end.resetAndDestroy();
    links.clear();
  };
  return {
    host: "127.0.0.1",
    port,
    get open() {
      return links.size;
    },
    get asked() {
      return asked;
    },
    through(url) {
      const changed = new URL(url);
      [changed.hostname, changed.port] = ["127.0.0.1", String(port)];
      return changed.href;
    },
    set(next) {
      network = next;
      if (next === "silence") for (const link of links) link.isForgotten = true;
      if (next === "pass") for (const write of held.splice(0)) write();
    },
    delay(ms) {
      delayMs = ms;
    },
    lead(next) {
      leadsTo = next;
    },
    cut,
    async close() {
      cut();
      await new Promise<void>((resolve) => void server.close(() => resolve()));
    },
  };
}
