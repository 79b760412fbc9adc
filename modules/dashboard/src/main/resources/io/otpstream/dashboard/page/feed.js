// Server-sent events. The browser reconnects by itself when a connection breaks, but not after an answer that isn't a
// stream, and it doesn't notice a connection that has fallen silent.

const SILENT_AFTER_MS = 15000;
const RETRY_MS = 3000;

/** Calls onSnapshot with each snapshot, and onLost when there is no connection; tries for ever. */
export function follow(url, onSnapshot, onLost) {
  let source;
  let again;

  const lost = () => {
    onLost();
    if (source.readyState === EventSource.CLOSED) {
      clearTimeout(again);
      again = setTimeout(open, RETRY_MS);
    }
  };

  const open = () => {
    source?.close();
    source = new EventSource(url);
    source.addEventListener("error", lost);
    source.addEventListener("snapshot", event => onSnapshot(JSON.parse(event.data)));
  };

  open();
  // A phone that was asleep comes back with a connection that is none.
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden && source.readyState === EventSource.CLOSED) open();
  });
  return { close: () => source.close() };
}
