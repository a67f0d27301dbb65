import { Counter, Gauge, Histogram, Registry } from 'prom-client';

export interface MetricSources {
  readonly running: () => number;
  readonly waiting: () => number;
  readonly streams: () => number;
  readonly sessions: () => number;
}

/** The figures of one server, in the text format of Prometheus. */
export class ServerMetrics {
  readonly #registry = new Registry();
  readonly #requests = new Counter({
    name: 'ser_requests_total',
    help: 'Answered requests by route and status.',
    labelNames: ['route', 'status'],
    registers: [this.#registry],
  });
  readonly #seconds = new Histogram({
    name: 'ser_request_seconds',
    help: 'Time from the request to its answer, in seconds.',
    labelNames: ['route'],
    buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300],
    registers: [this.#registry],
  });
  readonly #events = new Counter({
    name: 'ser_stream_events_total',
    help: 'Events that streams sent, by type.',
    labelNames: ['type'],
    registers: [this.#registry],
  });

  constructor(sources: MetricSources) {
    const gauge = (name: string, help: string, value: () => number) =>
      new Gauge({
        name,
        help,
        registers: [this.#registry],
        collect() {
          this.set(value());
        },
      });
    gauge('ser_recognitions_running', 'Recordings that are being recognized.', sources.running);
    gauge('ser_requests_waiting', 'Requests that wait for their turn.', sources.waiting);
    gauge('ser_streams_open', 'Open streams.', sources.streams);
    gauge('ser_sessions', 'Sessions that are remembered.', sources.sessions);
    gauge('ser_resident_memory_bytes', 'Resident memory, in bytes.', () => process.memoryUsage.rss());
  }

  answered(route: string, status: number, seconds: number): void {
    this.#requests.inc({ route, status: String(status) });
    this.#seconds.observe({ route }, seconds);
  }

  sent(type: string): void {
    this.#events.inc({ type });
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  text(): Promise<string> {
    return this.#registry.metrics();
  }
}
