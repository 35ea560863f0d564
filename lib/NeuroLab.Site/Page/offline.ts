// Lets the course come from the browser after the first visit, and new versions of it take the place of the old.

/** offer: is told how to take a new version; without it, it is taken as soon as it is there. */
export async function keepOffline(offer: (take: () => void) => void = take => take()): Promise<void> {
  // Only pages that come by https, or from this machine, have it.
  if (!('serviceWorker' in navigator)) return;
  const { serviceWorker } = navigator;
  const registration = await serviceWorker.register('service-worker.js').catch(() => null);
  if (!registration) return;
  let taken = false;
  serviceWorker.addEventListener('controllerchange', () => { if (taken) location.reload(); });
  const tell = (): void => {
    const next = registration.waiting;
    if (!next || !serviceWorker.controller) return;
    offer(() => {
      taken = true;
      next.postMessage('take over');
    });
  };
  registration.addEventListener('updatefound', () => {
    const next = registration.installing;
    next?.addEventListener('statechange', () => { if (next.state === 'installed') tell(); });
  });
  tell();
}
