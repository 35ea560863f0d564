// The scripts that draw charts; build.mjs puts them together.
declare module 'neurolab-charts' {}

interface Window {
  readonly NeuroLabCharts: { draw(target: HTMLElement, figure: unknown): Promise<unknown> };
}
