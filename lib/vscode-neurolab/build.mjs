// Bundles the extension and its renderer; what they need besides is beside them then, and nothing is fetched when they run.
import { copyFile, mkdir, readFile, rm } from 'node:fs/promises';
import { build } from 'esbuild';

const charts = '../NeuroLab.Charts/Scripts/';

// The charts' scripts speak to each other by window, as they do in every page.
const scripts = {
  name: 'charts',
  setup(bundler) {
    bundler.onResolve({ filter: /^neurolab-charts$/ }, ({ path }) => ({ path, namespace: 'charts' }));
    bundler.onLoad({ filter: /.*/, namespace: 'charts' }, async () => {
      const parts = await Promise.all(['layout.js', 'controls.js', 'neurolab-charts.js'].map(name => readFile(charts + name, 'utf8')));
      return { contents: ["import Plotly from 'plotly.js-dist-min';", 'window.Plotly = Plotly;', ...parts].join('\n'), resolveDir: import.meta.dirname };
    });
  },
};

await rm('dist', { recursive: true, force: true });
await mkdir('dist');
const common = { bundle: true, minify: true, legalComments: 'eof', logLevel: 'warning', outdir: 'dist', entryNames: '[name]' };
await build({ ...common, entryPoints: ['src/extension.ts'], platform: 'node', format: 'cjs', target: 'node20', external: ['vscode'] });
await build({ ...common, entryPoints: ['renderer/renderer.ts'], platform: 'browser', format: 'esm', target: 'es2022', plugins: [scripts] });
await copyFile('../../docs/images/icon.png', 'dist/icon.png');
await copyFile('../../LICENSE', 'LICENSE');
