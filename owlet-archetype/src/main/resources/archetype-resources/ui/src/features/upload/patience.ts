import { ApiError } from '../../api/client';

const FIRST = 1000, LONGEST = 30_000;
/** A server that answers with a fault is asked so often; a connection that is lost is waited for as long as it takes. */
const FAULTS = 8;

/** What the network is waited for with: whoever calls `wake` does not want to wait any longer. */
export class Patience {
  private wakeUp: (() => void) | undefined;

  /** @param tell when it goes on by itself; nothing when it goes on now */
  constructor(private readonly signal: AbortSignal, private readonly tell: (until: number | undefined) => void) {}

  wake() { this.wakeUp?.(); }

  /** Does something until it is done, or is refused for good. */
  async until<T>(work: () => Promise<T>): Promise<T> {
    for (let tried = 1; ; tried++) {
      try {
        const done = await work();
        if (tried > 1) this.tell(undefined);
        return done;
      } catch (e) {
        const status = e instanceof ApiError ? e.status : undefined;
        const again = status === 0 || ((status === 429 || (status ?? 0) >= 500) && tried < FAULTS);
        if (this.signal.aborted || !again) { this.tell(undefined); throw e; }
        await this.pause(Math.min(LONGEST, FIRST * 2 ** (tried - 1)));
      }
    }
  }

  private pause(most: number): Promise<void> {
    this.tell(Date.now() + most);
    return new Promise((go) => {
      const on = () => { clearTimeout(timer); window.removeEventListener('online', on); this.signal.removeEventListener('abort', on); go(); };
      const timer = setTimeout(on, most);
      window.addEventListener('online', on);
      this.signal.addEventListener('abort', on);
      this.wakeUp = on;
    });
  }
}
