// Text cells that the reader changed, as HTML: where no server makes it, the page does.
import { isHarmless, type HtmlRules } from './foreign-html.js';

interface Markdown {
  toHtml(markdown: string): string;
}

const pages: Readonly<Record<string, string>> = { 'README.md': 'index.html', 'glossary.md': 'glossary.html' };

/** Makes HTML of Markdown. What may not stand in a page is shown as it was written. */
export async function textHtml(markdown: string, rules: HtmlRules): Promise<string> {
  const { toHtml } = (await import(new URL('./markdown.js', import.meta.url).href)) as Markdown;
  const { body } = new DOMParser().parseFromString(toHtml(markdown), 'text/html');
  for (const link of body.querySelectorAll('a[href]')) link.setAttribute('href', leading(link.getAttribute('href') ?? ''));
  for (const element of [...body.children]) {
    if (isHarmless(element, rules)) continue;
    const source = document.createElement('pre');
    source.textContent = element.outerHTML;
    element.replaceWith(source);
  }

  return body.innerHTML;
}

// Notebooks link to notebooks; in a site these are pages.
function leading(address: string): string {
  if (/^(?:[a-z][a-z0-9+.-]*:|#)/i.test(address)) return address;
  const [file = '', anchor] = address.split('#', 2);
  const page = pages[file] ?? file.replace(/\.ipynb$/, '.html');
  return new URL(anchor === undefined ? page : `${page}#${anchor}`, location.href).href;
}
